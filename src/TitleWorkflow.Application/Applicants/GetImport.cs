using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Domain.Applicants;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Applicants;

/// <summary>How far a list has come, and which rows were refused for what.</summary>
public static class GetImport
{
    /// <summary>Refused rows of one page.</summary>
    public const int PageSize = 50;

    /// <param name="Import">The list.</param>
    /// <param name="After">Shows refused rows with larger numbers.</param>
    public sealed record Query(ApplicantImportId Import, int After = 0) : IRequest<Result>;

    /// <param name="Import">The list.</param>
    /// <param name="FileName">Name of its file.</param>
    /// <param name="PlanTitle">Chinese title of the plan.</param>
    /// <param name="EnglishPlanTitle">English title of the plan.</param>
    /// <param name="Total">How many rows.</param>
    /// <param name="Imported">How many became drafts.</param>
    /// <param name="Refused">How many were refused.</param>
    /// <param name="StartedAt">When it was handed in.</param>
    /// <param name="EndedAt">When it ended; null while it runs.</param>
    /// <param name="IsStopped">True if the office stopped it.</param>
    /// <param name="Faults">What is wrong in refused rows, by row and column.</param>
    /// <param name="NextAfter">Where the next page begins; null on the last.</param>
    public sealed record Result(
        ApplicantImportId Import,
        string FileName,
        string PlanTitle,
        string EnglishPlanTitle,
        int Total,
        int Imported,
        int Refused,
        DateTimeOffset StartedAt,
        DateTimeOffset? EndedAt,
        bool IsStopped,
        IReadOnlyList<Fault> Faults,
        int? NextAfter);

    /// <param name="Row">Number of the row in the file.</param>
    /// <param name="Name">Whom it is about, as the row says.</param>
    /// <param name="Column">Heading of the column.</param>
    /// <param name="Kind">What is wrong.</param>
    public sealed record Fault(int Row, string Name, string Column, CellFault Kind);

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => RuleFor(q => q.After).GreaterThanOrEqualTo(0);
    }

    internal sealed class Handler(TitleDb db, ImportAccess access) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var import = await access.FindAsync(query.Import, ct);
            var plan = await db.Plans.Where(p => p.Id == import.Plan).Select(p => new { p.Title, p.EnglishTitle }).SingleAsync(ct);
            var rows = await db.ApplicantImportRows.AsNoTracking()
                .Where(r => r.Import == import.Id && r.IsDone && r.Declaration == null && r.Number > query.After)
                .OrderBy(r => r.Number).Take(PageSize + 1).ToListAsync(ct);
            var name = import.Headings.IndexOf(ApplicantSheet.Name);
            return new Result(
                import.Id, import.FileName, plan.Title, plan.EnglishTitle, import.Total, import.Imported, import.Refused,
                import.StartedAt, import.EndedAt, import.IsStopped,
                [.. rows.Take(PageSize).SelectMany(r => r.Faults.Select(f => new Fault(r.Number, r.Cells.ElementAtOrDefault(name) ?? "", f.Column, f.Fault)))],
                rows.Count > PageSize ? rows[PageSize - 1].Number : null);
        }
    }
}
