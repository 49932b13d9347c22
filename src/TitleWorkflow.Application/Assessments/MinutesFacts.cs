using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Assessments;

/// <summary>What the minutes of a meeting rest on, the same when they are signed and whenever they are opened later.</summary>
/// <param name="Cases">The agenda, tracked, in its order.</param>
/// <param name="RunOffs">The run-offs, in the order they were called for.</param>
/// <param name="Reviews">The group that read each decided case before the meeting.</param>
/// <param name="Sheets">The sheets of these groups.</param>
internal sealed record MinutesFacts(
    IReadOnlyList<MeetingCase> Cases,
    IReadOnlyList<RunOff> RunOffs,
    IReadOnlyList<GroupReview> Reviews,
    IReadOnlyList<ScoreSheet> Sheets)
{
    public static async Task<MinutesFacts> ReadAsync(TitleDb db, CommitteeMeeting meeting, CancellationToken ct)
    {
        var cases = await db.MeetingCases.Where(c => c.Meeting == meeting.Id).OrderBy(c => c.Position).ToListAsync(ct);
        var runOffs = await db.RunOffs.AsNoTracking().Where(r => r.Meeting == meeting.Id).OrderBy(r => r.Id).ToListAsync(ct);
        var decided = cases.Where(c => c.Status == MeetingCaseStatus.Decided).Select(c => c.Declaration).ToList();

        // A case that is re-examined later is read by another group; that one was not before these members.
        var reviews = (await db.GroupReviews.AsNoTracking()
                .Where(r => decided.Contains(r.Declaration) && r.UndoneAt == null).ToListAsync(ct))
            .Where(r => meeting.SignedAt is null || r.AssignedAt <= meeting.SignedAt)
            .GroupBy(r => r.Declaration).Select(g => g.MaxBy(r => r.AssignedAt)!).ToList();
        var ids = reviews.Select(r => r.Id).ToList();
        var sheets = await db.ScoreSheets.AsNoTracking().Where(s => ids.Contains(s.Review)).ToListAsync(ct);
        return new MinutesFacts(cases, runOffs, reviews, sheets);
    }
}
