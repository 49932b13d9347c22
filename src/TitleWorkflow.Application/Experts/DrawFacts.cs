using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Experts;
using TitleWorkflow.Domain.RuleSets;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Experts;

/// <summary>Collects from the archive what a draw must know: who is in the pool, who applies, what is between them.</summary>
internal sealed class DrawFacts(TitleDb db)
{
    // Handed in, and neither ended nor told its result: these are the cases the committee will review.
    private static readonly DeclarationStatus[] Decided =
        [DeclarationStatus.Voted, DeclarationStatus.Passed, DeclarationStatus.NotPassed, DeclarationStatus.OverCap];

    /// <summary>The plan's rule set.</summary>
    public Task<RuleSet> RulesAsync(AnnualPlan plan, CancellationToken ct) =>
        db.RuleSets.AsNoTracking().SingleAsync(r => r.Id == plan.RuleSet, ct);

    /// <summary>The plan's pool for a meeting, sifted.</summary>
    public async Task<DrawPool> PoolAsync(AnnualPlan plan, RuleSet rules, DateOnly meetingOn, CancellationToken ct)
    {
        var unit = await db.Organisations.AsNoTracking().SingleAsync(
            o => db.Committees.Any(c => c.Id == plan.Committee && c.OrganisingUnit == o.Id), ct);
        var members = await db.WithEmployersAsync(db.Experts.Where(e => e.Unit == unit.Id), ct);
        var relations = await db.ExpertRelations.AsNoTracking()
            .Where(r => db.Experts.Any(e => e.Person == r.Expert && e.Unit == unit.Id)).ToListAsync(ct);
        var applicants = await db.Declarations.AsNoTracking()
            .Where(d => d.Committee == plan.Committee && d.IsLive && d.SubmittedAt != null && !Decided.Contains(d.Status))
            .Select(d => new DrawApplicant(d.Applicant, d.ApplicantName, d.Employer, d.EmployerName)).ToListAsync(ct);
        var demand = new DrawDemand(
            unit.Id, unit.Name, plan.Series, plan.Specialty, plan.Level, meetingOn,
            rules[Parameter.ExpertMeetingsPerYear], rules[Parameter.ExpertConsecutiveYears]);

        return DrawSieve.Sift(demand, OnTheRoll(members), relations, applicants);
    }

    /// <summary>The policy the plan's rule set gives.</summary>
    public static DrawPolicy Policy(RuleSet rules, int size, int alternates, string publicInput) => new(
        size, alternates, rules[Parameter.DrawEnterpriseShare], rules[Parameter.DrawOutsideShare],
        rules[Parameter.DrawMaxPerEmployer], [publicInput.Trim(), SupervisorInput]);

    /// <summary>Name of the input the supervisor calls out.</summary>
    public const string SupervisorInput = "supervisor";

    // Nominations that have not come to an appointment are no part of the pool and of no count in it.
    private static IEnumerable<PoolMember> OnTheRoll(IEnumerable<PoolMember> members) => members.Where(m => m.Expert.TermFrom is not null);
}
