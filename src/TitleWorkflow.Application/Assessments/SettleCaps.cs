using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.RuleSets;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Assessments;

/// <summary>
/// The office applies pass rate and post quotas when all have been voted on (核定通过名额). Whoever is level at the line goes
/// into a run-off first; only then are the results final.
/// </summary>
public static class SettleCaps
{
    /// <param name="Meeting">The meeting.</param>
    public sealed record Command(MeetingId Meeting) : IRequest<Result>, ICommand
    {
        string ICommand.Subject => Meeting.ToString();
    }

    /// <param name="IsSettled">Whether the results are final.</param>
    /// <param name="RunOffs">Run-offs to hold first; empty if settled.</param>
    public sealed record Result(bool IsSettled, IReadOnlyList<RunOffId> RunOffs);

    internal sealed class Handler(TitleDb db, ICurrentUser user, CommandJournal journal) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var meeting = await db.FindMeetingAsync(user, command.Meeting, MeetingViewer.Office, ct);
            AssessmentRules.MeetingOpen.Require(meeting.Status is MeetingStatus.Open or MeetingStatus.Suspended);
            var cases = await db.MeetingCases.Where(c => c.Meeting == meeting.Id).ToListAsync(ct);
            var runOffs = await db.RunOffs.Where(r => r.Meeting == meeting.Id).ToListAsync(ct);
            PassCap.RequireAllVoted(cases, runOffs);
            CapRules.AwaitsCap.Require(cases.Any(c => c.AwaitsCap));

            db.HoldUnchanged(meeting);
            var ties = new List<CapTie>();
            var settled = new List<(MeetingCase Case, AssessmentResult Result)>();
            foreach (var plan in (await FactsAsync(cases, ct)).GroupBy(f => (f.Plan, f.RuleSet)))
            {
                await ApplyAsync([.. plan], runOffs, ties, settled, ct);
            }

            if (ties.Count > 0)
            {
                return new Result(false, Call(meeting, ties, runOffs));
            }

            settled.ForEach(s => s.Case.Settle(s.Result));
            journal.Detail = $"over={settled.Count(s => s.Result == AssessmentResult.OverCap)}";
            return new Result(true, []);
        }

        // Posts first: who has no post needs no place within the rate.
        private async Task ApplyAsync(
            List<Facts> all, List<RunOff> runOffs, List<CapTie> ties, List<(MeetingCase, AssessmentResult)> settled, CancellationToken ct)
        {
            var waiting = all.Where(f => f.Case.AwaitsCap).ToList();
            if (waiting.Count == 0)
            {
                return;
            }

            var passing = new List<CapCandidate>();
            foreach (var facts in waiting.Where(f => f.Case.Tally!.Passes))
            {
                var (_, score) = await db.GroupScoreAsync(facts.Case.Declaration, ct);
                passing.Add(new CapCandidate(facts.Case.Id, facts.Case.Tally!, score?.Mean ?? 0));
            }

            var found = ties.Count;
            foreach (var (employer, posts) in await FreePostsAsync(waiting, ct))
            {
                var own = waiting.Where(f => f.Employer == employer).Select(f => f.Case.Id).ToHashSet();
                var outcome = PassCap.Apply([.. passing.Where(p => own.Contains(p.Case))], posts, runOffs);
                Keep(outcome);
            }

            if (ties.Count == found && await PassRateAsync(waiting[0], ct) is > 0 and var percent)
            {
                var places = PassCap.Places(percent, all.Count) - all.Count(f => f.Case.Result == AssessmentResult.Passed);
                Keep(PassCap.Apply(passing, Math.Max(0, places), runOffs));
            }

            var within = passing.Select(p => p.Case).ToHashSet();
            settled.AddRange(waiting.Select(f => (f.Case, within.Contains(f.Case.Id) ? AssessmentResult.Passed
                : f.Case.Tally!.Passes ? AssessmentResult.OverCap : AssessmentResult.NotPassed)));

            void Keep(CapOutcome outcome)
            {
                passing.RemoveAll(p => outcome.Over.Contains(p.Case));
                if (outcome.Tie is { } tie)
                {
                    ties.Add(tie);
                }
            }
        }

        // What the plan says comes before the rule set.
        private async Task<int> PassRateAsync(Facts facts, CancellationToken ct) =>
            await db.Plans.Where(p => p.Id == facts.Plan).Select(p => p.PassRateCap).SingleAsync(ct)
            ?? (await db.RuleSets.SingleAsync(r => r.Id == facts.RuleSet, ct))[Parameter.PassRateCap];

        private async Task<List<(OrganisationId Employer, int Posts)>> FreePostsAsync(List<Facts> waiting, CancellationToken ct)
        {
            var plan = waiting[0].Plan;
            var free = await db.PostQuotas.AsNoTracking().Where(q => q.Plan == plan)
                .Select(q => new
                {
                    q.Employer,
                    q.Posts,
                    Taken = db.Declarations.Count(
                        d => d.Plan == plan && d.Employer == q.Employer && d.Result == AssessmentResult.Passed),
                })
                .ToListAsync(ct);
            return [.. free.Select(q => (q.Employer, Math.Max(0, q.Posts - q.Taken)))];
        }

        private async Task<List<Facts>> FactsAsync(List<MeetingCase> cases, CancellationToken ct)
        {
            var decided = cases.Where(c => c.Status == MeetingCaseStatus.Decided).ToDictionary(c => c.Declaration);
            var ids = decided.Keys.ToList();
            var declarations = await db.Declarations.AsNoTracking().Where(d => ids.Contains(d.Id))
                .Select(d => new { d.Id, d.Plan, d.RuleSet, d.Employer }).ToListAsync(ct);
            return [.. declarations.Select(d => new Facts(decided[d.Id], d.Plan, d.RuleSet, d.Employer))];
        }

        private List<RunOffId> Call(CommitteeMeeting meeting, List<CapTie> ties, List<RunOff> runOffs) =>
        [
            .. ties.Select(tie =>
            {
                var runOff = runOffs.Find(r => r.Status == RunOffStatus.Listed && r.Candidates.ToHashSet().SetEquals(tie.Cases));
                if (runOff is null)
                {
                    runOff = new RunOff(meeting.Id, tie);
                    db.RunOffs.Add(runOff);
                }

                return runOff.Id;
            }),
        ];

        private sealed record Facts(MeetingCase Case, PlanId Plan, RuleSetId RuleSet, OrganisationId Employer);
    }
}
