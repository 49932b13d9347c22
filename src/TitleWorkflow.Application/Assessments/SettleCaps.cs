using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Assessments;
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
            var ledgers = await CapLedger.ReadAsync(db, cases, runOffs, ct);
            var ties = ledgers.SelectMany(l => l.Settlement.Ties).ToList();
            if (ties.Count > 0)
            {
                return new Result(false, Call(meeting, ties, runOffs));
            }

            var waiting = ledgers.SelectMany(l => l.Settlement.Ranking).Where(r => r.Case.AwaitsCap).ToList();
            waiting.ForEach(r => r.Case.Settle(CapSettlement.ResultOf(r.Standing)!.Value));
            journal.Detail = $"over={waiting.Count(r => r.Standing == CapStanding.Over)}";
            return new Result(true, []);
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
    }
}
