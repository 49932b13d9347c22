using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Domain.Applicants;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Applicants;

/// <summary>The lists an office has handed in, the latest first, and the plans it may hand in further ones under.</summary>
public static class ListImports
{
    /// <summary>The latest lists shown.</summary>
    private const int Shown = 25;

    /// <summary>Asks for those of one's own offices.</summary>
    public sealed record Query : IRequest<Result>;

    /// <param name="Imports">The latest lists.</param>
    /// <param name="Plans">Plans whose window is open; not those under which everybody is nominated.</param>
    public sealed record Result(IReadOnlyList<Row> Imports, IReadOnlyList<Plan> Plans);

    /// <param name="Import">The list.</param>
    /// <param name="FileName">Name of its file.</param>
    /// <param name="Total">How many rows.</param>
    /// <param name="Imported">How many became drafts.</param>
    /// <param name="Refused">How many were refused.</param>
    /// <param name="StartedAt">When it was handed in.</param>
    /// <param name="EndedAt">When it ended; null while it runs.</param>
    public sealed record Row(
        ApplicantImportId Import, string FileName, int Total, int Imported, int Refused, DateTimeOffset StartedAt, DateTimeOffset? EndedAt);

    /// <param name="Id">The plan.</param>
    /// <param name="Title">Chinese title.</param>
    /// <param name="EnglishTitle">English title.</param>
    public sealed record Plan(PlanId Id, string Title, string EnglishTitle);

    internal sealed class Handler(TitleDb db, ImportAccess access, TimeProvider clock) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var today = clock.Today();
            var offices = access.Offices.ToList();
            return new Result(
                await access.Visible.AsNoTracking().OrderByDescending(i => i.StartedAt).ThenByDescending(i => i.Id).Take(Shown)
                    .Select(i => new Row(i.Id, i.FileName, i.Total, i.Imported, i.Refused, i.StartedAt, i.EndedAt)).ToListAsync(ct),
                await db.Plans.AsNoTracking().Where(p => p.OpensOn <= today && p.ClosesOn >= today)
                    .Where(p => p.Channel != Channel.SpecialisedNomination)
                    .Where(p => p.StaffOf == null || offices.Contains(p.StaffOf.Value))
                    .OrderBy(p => p.ClosesOn).ThenBy(p => p.Id)
                    .Select(p => new Plan(p.Id, p.Title, p.EnglishTitle)).ToListAsync(ct));
        }
    }
}
