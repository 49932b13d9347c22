using MediatR;
using TitleWorkflow.Application.Spreadsheets;

namespace TitleWorkflow.Application.Experts;

/// <summary>An empty list of nominated experts: the headings it may have.</summary>
public static class GetNomineeSheet
{
    public sealed record Query : IRequest<Result>;

    /// <param name="Content">The workbook.</param>
    public sealed record Result(byte[] Content);

    internal sealed class Handler : IRequestHandler<Query, Result>
    {
        public Task<Result> Handle(Query query, CancellationToken ct) =>
            Task.FromResult(new Result(Spreadsheet.Write("专家推荐名单", [NomineeSheet.Headings])));
    }
}
