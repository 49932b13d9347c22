using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Domain.Applicants;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Applicants;

/// <summary>The refused rows of a list, to be mended and handed in again.</summary>
public static class ReadRefusedRows
{
    /// <param name="Import">The list.</param>
    public sealed record Query(ApplicantImportId Import) : IRequest<Result>;

    /// <param name="Headings">Headings of the list.</param>
    /// <param name="Rows">Refused rows, in the order of the file.</param>
    public sealed record Result(IReadOnlyList<string> Headings, IReadOnlyList<Row> Rows);

    /// <param name="Number">Number of the row in the file.</param>
    /// <param name="Cells">What it said.</param>
    /// <param name="Faults">What is wrong in it.</param>
    public sealed record Row(int Number, IReadOnlyList<string> Cells, IReadOnlyList<RowFault> Faults);

    internal sealed class Handler(TitleDb db, ImportAccess access) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var import = await access.FindAsync(query.Import, ct);
            var rows = await db.ApplicantImportRows.AsNoTracking()
                .Where(r => r.Import == import.Id && r.IsDone && r.Declaration == null).OrderBy(r => r.Number).ToListAsync(ct);
            return new Result(import.Headings, rows.ConvertAll(r => new Row(r.Number, r.Cells, r.Faults)));
        }
    }
}
