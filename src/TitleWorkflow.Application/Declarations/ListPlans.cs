using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Nominations;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Declarations;

/// <summary>Shows the plans one may apply under, this year's and later ones, the open ones first.</summary>
public static class ListPlans
{
    /// <summary>Asks for every plan whose window has not closed, and for those closed this year.</summary>
    public sealed record Query : IRequest<IReadOnlyList<Row>>;

    /// <param name="Plan">The plan; what a declaration is started under.</param>
    /// <param name="Title">Chinese title.</param>
    /// <param name="EnglishTitle">English title.</param>
    /// <param name="Year">Plan year.</param>
    /// <param name="Series">Series.</param>
    /// <param name="Specialty">Specialty, Chinese.</param>
    /// <param name="Level">Target level.</param>
    /// <param name="TitleName">The title it leads to: 高级工程师.</param>
    /// <param name="Channel">Channel.</param>
    /// <param name="Committee">The reviewing committee.</param>
    /// <param name="EnglishCommittee">Its English name; null if it has none.</param>
    /// <param name="OpensOn">First day of the window.</param>
    /// <param name="ClosesOn">Last day of the window, till 24:00.</param>
    /// <param name="IsOpen">Whether one may start today.</param>
    /// <param name="Sections">How many sections its form has.</param>
    /// <param name="Mine">One's live declaration of that year and level; null if one has none.</param>
    public sealed record Row(
        PlanId Plan,
        string Title,
        string EnglishTitle,
        int Year,
        TitleSeries Series,
        string Specialty,
        TitleLevel Level,
        string TitleName,
        Channel Channel,
        string Committee,
        string? EnglishCommittee,
        DateOnly OpensOn,
        DateOnly ClosesOn,
        bool IsOpen,
        int Sections,
        DeclarationId? Mine);

    internal sealed class Handler(
        TitleDb db, ICurrentUser user, DeclarationAccess access, TimeProvider clock)
        : IRequestHandler<Query, IReadOnlyList<Row>>
    {
        public async Task<IReadOnlyList<Row>> Handle(Query query, CancellationToken ct)
        {
            var today = clock.Today();

            // Plans of the nomination channel are shown to the nominated alone, those of a pilot to its staff.
            var plans = await db.Plans.AsNoTracking().Where(p => p.ClosesOn >= today || p.Year == today.Year)
                .Where(p => p.Channel != Channel.SpecialisedNomination
                    || db.Nominations.Any(n => n.Plan == p.Id && n.Nominee == user.Person && n.Status != NominationStatus.Released))
                .Where(p => p.StaffOf == null || db.People.Any(o => o.Id == user.Person && o.Employer == p.StaffOf))
                .OrderBy(p => p.Id).ToListAsync(ct);
            var committees = await db.Organisations.Where(o => db.Plans.Any(p => p.Committee == o.Id))
                .ToDictionaryAsync(o => o.Id, o => new { o.Name, o.EnglishName }, ct);
            var mine = user.Person is null
                ? []
                : await access.Own.Where(d => d.IsLive).Select(d => new { d.Id, d.Year, d.Level }).ToListAsync(ct);
            return
            [
                .. plans.Select(p => new Row(
                    p.Id, p.Title, p.EnglishTitle, p.Year, p.Series, p.Specialty, p.Level,
                    ProfessionalTitle.Name(p.Series, p.Level), p.Channel,
                    committees[p.Committee].Name, committees[p.Committee].EnglishName,
                    p.OpensOn, p.ClosesOn, p.IsOpenOn(today),
                    p.Form.Sections.Count,
                    mine.Find(d => d.Year == p.Year && d.Level == p.Level)?.Id))
                    .OrderByDescending(r => r.IsOpen).ThenBy(r => r.ClosesOn).ThenBy(r => r.Channel),
            ];
        }
    }
}
