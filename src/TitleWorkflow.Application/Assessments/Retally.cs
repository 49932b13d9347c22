using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Assessments;

/// <summary>The supervisor has the opened ballots of a meeting counted again (再次复算).</summary>
public static class Retally
{
    /// <param name="Meeting">The meeting.</param>
    public sealed record Query(MeetingId Meeting) : IRequest<Result>;

    /// <param name="Items">The decided cases, in the order of the agenda.</param>
    public sealed record Result(IReadOnlyList<Row> Items);

    /// <param name="Case">The case.</param>
    /// <param name="Applicant">Who applies.</param>
    /// <param name="Announced">The count announced at the close.</param>
    /// <param name="Recounted">The count of the ballots as they are stored now.</param>
    /// <param name="Result">The result announced; null while it waits for a cap.</param>
    /// <param name="Receipts">Receipts given.</param>
    /// <param name="Agrees">Whether count, result and number of receipts agree.</param>
    public sealed record Row(
        MeetingCaseId Case,
        string Applicant,
        Tally Announced,
        Tally Recounted,
        AssessmentResult? Result,
        int Receipts,
        bool Agrees);

    internal sealed class Handler(TitleDb db, ICurrentUser user) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var meeting = await db.FindMeetingAsync(user, query.Meeting, MeetingViewer.Supervisor, ct);
            var cases = await db.MeetingCases.AsNoTracking()
                .Where(c => c.Meeting == meeting.Id && c.Status == MeetingCaseStatus.Decided)
                .OrderBy(c => c.Position).ToListAsync(ct);
            var ids = cases.Select(c => c.Id).ToList();
            var facts = await CaseFacts.ReadAsync(db, [.. cases.Select(c => c.Declaration)], ct);
            var ballots = (await db.OpenedBallots.AsNoTracking().Where(b => ids.Contains(b.Case)).ToListAsync(ct))
                .ToLookup(b => b.Case, b => b.Choice);
            var receipts = (await db.BallotReceipts.Where(r => ids.Contains(r.Case)).Select(r => r.Case).ToListAsync(ct))
                .CountBy(c => c).ToDictionary();
            return new Result(
                [.. cases.Select(c => Count(c, facts[c.Declaration], [.. ballots[c.Id]], receipts.GetValueOrDefault(c.Id)))]);
        }

        private static Row Count(MeetingCase @case, CaseFacts facts, BallotChoice[] ballots, int receipts)
        {
            // Ballots put in from outside may outnumber the voters; they are counted all the same, and disagree.
            var recounted = Tally.Count(ballots, Math.Max(@case.Voters.Count, ballots.Length));
            var result = recounted.Passes ? AssessmentResult.Passed : AssessmentResult.NotPassed;
            return new Row(
                @case.Id, facts.Applicant, @case.Tally!, recounted, @case.Result, receipts,
                recounted == @case.Tally && receipts == ballots.Length
                && (@case.Result is null || (result == AssessmentResult.Passed) == (@case.Result != AssessmentResult.NotPassed)));
        }
    }
}
