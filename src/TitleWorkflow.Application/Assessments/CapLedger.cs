using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.RuleSets;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Assessments;

/// <summary>The decided cases of one plan in a meeting, and what caps make of them.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Percent">The pass rate in whole percent; 0 for none.</param>
/// <param name="Posts">Posts of the institutions that have a quota and a case.</param>
/// <param name="VotedOn">How many were voted on.</param>
/// <param name="Settlement">The ranking and its ties.</param>
internal sealed record CapLedger(
    PlanId Plan, int Percent, IReadOnlyList<FreePosts> Posts, int VotedOn, CapSettlement Settlement)
{
    /// <summary>Works out every plan's share of a meeting.</summary>
    public static async Task<List<CapLedger>> ReadAsync(
        TitleDb db, IReadOnlyList<MeetingCase> cases, IReadOnlyList<RunOff> runOffs, CancellationToken ct)
    {
        var decided = cases.Where(c => c.Status == MeetingCaseStatus.Decided).ToDictionary(c => c.Declaration);
        var ids = decided.Keys.ToList();
        var declarations = await db.Declarations.AsNoTracking().Where(d => ids.Contains(d.Id))
            .Select(d => new
            {
                d.Id,
                d.Plan,
                d.RuleSet,
                d.Employer,
                Again = db.Reexaminations.Any(r => r.Declaration == d.Id && r.Status == ReexaminationStatus.Upheld),
            })
            .ToListAsync(ct);
        var ledgers = new List<CapLedger>();
        foreach (var share in declarations.GroupBy(d => (d.Plan, d.RuleSet, d.Again)))
        {
            var capped = new List<CappedCase>();
            foreach (var declaration in share)
            {
                var @case = decided[declaration.Id];
                var (_, score) = await db.GroupScoreAsync(declaration.Id, ct);
                capped.Add(new CappedCase(@case, declaration.Employer, score?.Mean ?? 0));
            }

            var percent = share.Key.Again ? 0 : await PercentAsync(db, share.Key.Plan, share.Key.RuleSet, ct);
            var posts = await PostsAsync(db, share.Key.Plan, capped, ct);
            ledgers.Add(new CapLedger(
                share.Key.Plan, percent, posts, capped.Count, CapSettlement.Of(capped, percent, posts, runOffs)));
        }

        return ledgers;
    }

    // What the plan says comes before the rule set.
    private static async Task<int> PercentAsync(TitleDb db, PlanId plan, RuleSetId rules, CancellationToken ct) =>
        await db.Plans.Where(p => p.Id == plan).Select(p => p.PassRateCap).SingleAsync(ct)
        ?? (await db.RuleSets.AsNoTracking().SingleAsync(r => r.Id == rules, ct))[Parameter.PassRateCap];

    // What passed in this very meeting stands in its cases; what passed before stands in the declarations.
    private static async Task<List<FreePosts>> PostsAsync(
        TitleDb db, PlanId plan, List<CappedCase> cases, CancellationToken ct)
    {
        var employers = cases.Select(c => c.Employer).Distinct().ToList();
        var here = cases.Select(c => c.Case.Declaration).ToList();
        var quotas = await db.PostQuotas.AsNoTracking().Where(q => q.Plan == plan && employers.Contains(q.Employer))
            .Select(q => new
            {
                q.Employer,
                q.Posts,
                Before = db.Declarations.Count(d => d.Plan == plan && d.Employer == q.Employer
                    && d.Result == AssessmentResult.Passed && !here.Contains(d.Id)),
            })
            .ToListAsync(ct);
        return
        [
            .. quotas.Select(q => new FreePosts(
                q.Employer, q.Posts,
                q.Before + (cases.Exists(c => c.Case.AwaitsCap)
                    ? cases.Count(c => c.Employer == q.Employer && c.Case.Result == AssessmentResult.Passed)
                    : 0))),
        ];
    }
}
