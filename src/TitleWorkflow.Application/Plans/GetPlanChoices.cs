using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Committees;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Plans;

/// <summary>Shows an office for which committees, levels and rule sets it may propose a plan today.</summary>
public static class GetPlanChoices
{
    public sealed record Query : IRequest<Result>;

    /// <param name="Committees">Committees one proposes plans for.</param>
    /// <param name="RuleSets">Published versions, the latest first.</param>
    /// <param name="Today">The day, to begin from.</param>
    public sealed record Result(IReadOnlyList<CommitteeChoice> Committees, IReadOnlyList<RuleSetName> RuleSets, DateOnly Today);

    /// <param name="Committee">The committee.</param>
    /// <param name="Name">Chinese name.</param>
    /// <param name="EnglishName">English name; null if it has none.</param>
    /// <param name="Series">Series.</param>
    /// <param name="Specialty">Specialty, Chinese.</param>
    /// <param name="Level">Highest level it reviews.</param>
    /// <param name="Authorization">Its latest authorisation.</param>
    /// <param name="IsAuthorized">Whether it is authorised today.</param>
    /// <param name="OwnPower">The one channel a pilot reviews by; null for a committee of the bureau.</param>
    public sealed record CommitteeChoice(
        OrganisationId Committee,
        string Name,
        string? EnglishName,
        TitleSeries Series,
        string Specialty,
        TitleLevel Level,
        CommitteeAuthorization Authorization,
        bool IsAuthorized,
        Channel? OwnPower);

    internal sealed class Handler(TitleDb db, ICurrentUser user, TimeProvider clock) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var today = clock.Today();
            var committees = await db.ProposingCommittees(user).AsNoTracking()
                .Join(db.Organisations, c => c.Id, o => o.Id, (c, o) => new { Committee = c, o.Name, o.EnglishName })
                .OrderBy(c => c.Name).ToListAsync(ct);
            var powers = await db.PilotApplications.AsNoTracking().Where(a => a.Committee != null)
                .Select(a => new { a.Committee, a.Channel }).Distinct().ToListAsync(ct);
            var sets = await db.RuleSets.AsNoTracking().Where(r => r.IsPublished)
                .OrderBy(r => r.Region).ThenBy(r => r.Channel).ThenByDescending(r => r.Year).ThenByDescending(r => r.Number)
                .Select(r => new RuleSetName(r.Id, r.Region, r.Channel, r.Year, r.Number)).ToListAsync(ct);
            return new Result(
                [
                    .. committees.Select(c => new CommitteeChoice(
                        c.Committee.Id, c.Name, c.EnglishName, c.Committee.Series, c.Committee.Specialty, c.Committee.Level,
                        c.Committee.Authorization, c.Committee.TakesOnAt(today),
                        powers.Find(p => p.Committee == c.Committee.Id)?.Channel)),
                ],
                sets,
                today);
        }
    }
}
