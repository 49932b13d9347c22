using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Channels;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Channels;

/// <summary>Shows an applicant the decisions asked for, and an organising unit those it is to take and has taken, newest first.</summary>
public static class ListDecisions
{
    public sealed record Query : IRequest<Result>;

    /// <param name="Items">At most <see cref="Most"/>: open ones first, then newest first.</param>
    public sealed record Result(IReadOnlyList<Row> Items);

    /// <param name="Decision">The decision.</param>
    /// <param name="Number">Its number.</param>
    /// <param name="Name">Who asks.</param>
    /// <param name="Employer">Where they work; null if not known.</param>
    /// <param name="Channel">Channel it counts for.</param>
    /// <param name="PlanYear">Plan year it counts for.</param>
    /// <param name="Facts">What was stated when it was asked.</param>
    /// <param name="RuleSetRegion">Region of the rule set that mapped nothing.</param>
    /// <param name="RuleSetYear">Year that version was made for.</param>
    /// <param name="RuleSetNumber">Its number.</param>
    /// <param name="AskedAt">When it was asked.</param>
    /// <param name="IsEligible">The decision; null while open.</param>
    /// <param name="Reason">Why; null while open.</param>
    /// <param name="Basis">What it rests on; null while open.</param>
    /// <param name="DecidedAt">When; null while open.</param>
    /// <param name="MayDecide">Whether the reader may decide it.</param>
    public sealed record Row(
        ManualDecisionId Decision,
        string Number,
        string Name,
        string? Employer,
        Channel Channel,
        int PlanYear,
        ApplicantFacts Facts,
        string RuleSetRegion,
        int RuleSetYear,
        int RuleSetNumber,
        DateTimeOffset AskedAt,
        bool? IsEligible,
        string? Reason,
        string? Basis,
        DateTimeOffset? DecidedAt,
        bool MayDecide);

    /// <summary>Rows shown.</summary>
    public const int Most = 100;

    internal sealed class Handler(TitleDb db, ICurrentUser user) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var offices = user.OfficesOf(Role.OrganisingOfficer);
            var rows =
                from decision in db.ManualDecisions
                where decision.Person == user.Person || offices.Contains(decision.Office)
                join person in db.People on decision.Person equals person.Id
                join rules in db.RuleSets on decision.RuleSet equals rules.Id
                orderby decision.DecidedAt == null descending, decision.AskedAt descending
                select new
                {
                    Decision = decision,
                    person.Name,
                    Employer = db.Organisations.Where(o => o.Id == person.Employer).Select(o => o.Name).FirstOrDefault(),
                    rules.Region,
                    rules.Year,
                    rules.Number,
                };
            return new Result(
            [
                .. (await rows.Take(Most).AsNoTracking().ToListAsync(ct)).Select(r => new Row(
                    r.Decision.Id, r.Decision.Number, r.Name, r.Employer, r.Decision.Channel, r.Decision.Year, r.Decision.Facts,
                    r.Region, r.Year, r.Number, r.Decision.AskedAt, r.Decision.IsEligible, r.Decision.Reason, r.Decision.Basis,
                    r.Decision.DecidedAt,
                    r.Decision.IsEligible is null && r.Decision.Person != user.Person && offices.Contains(r.Decision.Office))),
            ]);
        }
    }
}
