using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Spreadsheets;
using TitleWorkflow.Domain.Applicants;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Applicants;

/// <summary>An empty list of applicants under a plan: the headings it may have.</summary>
public static class GetApplicantSheet
{
    /// <param name="Plan">The plan.</param>
    public sealed record Query(PlanId Plan) : IRequest<Result>;

    /// <param name="Content">The workbook.</param>
    public sealed record Result(byte[] Content);

    internal sealed class Handler(TitleDb db) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var plan = await db.Plans.AsNoTracking().SingleOrDefaultAsync(p => p.Id == query.Plan, ct) ?? throw new NotFoundException();
            return new Result(Spreadsheet.Write("申报人名单", [ApplicantSheet.Headings(plan.Form)]));
        }
    }
}
