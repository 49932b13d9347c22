using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Assessments;

/// <summary>Finds a run-off and the cases it is about.</summary>
internal static class RunOffAccess
{
    /// <summary>A run-off of the meeting, tracked.</summary>
    /// <exception cref="NotFoundException">There is none.</exception>
    public static async Task<RunOff> FindRunOffAsync(
        this TitleDb db, CommitteeMeeting meeting, RunOffId id, CancellationToken ct) =>
        await db.RunOffs.SingleOrDefaultAsync(r => r.Id == id && r.Meeting == meeting.Id, ct) ?? throw new NotFoundException();

    /// <summary>The cases of its candidates, tracked.</summary>
    public static Task<List<MeetingCase>> CasesOfAsync(this TitleDb db, RunOff runOff, CancellationToken ct)
    {
        var ids = runOff.Candidates;
        return db.MeetingCases.Where(c => ids.Contains(c.Id)).ToListAsync(ct);
    }

    /// <summary>Whether a run-off is being voted on in the meeting.</summary>
    public static Task<bool> RunOffOpenAsync(this TitleDb db, CommitteeMeeting meeting, CancellationToken ct) =>
        db.RunOffs.AnyAsync(r => r.Meeting == meeting.Id && r.Status == RunOffStatus.Voting, ct);
}
