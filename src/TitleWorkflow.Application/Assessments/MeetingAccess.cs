using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Assessments;

/// <summary>With whose eyes somebody looks at a meeting.</summary>
public enum MeetingViewer
{
    /// <summary>A member with a seat: own cases, no progress, nothing of a case left.</summary>
    Member,

    /// <summary>The committee's office, which runs the meeting and never votes.</summary>
    Office,

    /// <summary>The supervisor, who watches and holds the second code.</summary>
    Supervisor,

    /// <summary>The organising unit or an auditor: everything, read-only.</summary>
    Observer,
}

/// <summary>Which meetings are whose, and with whose eyes.</summary>
internal static class MeetingAccess
{
    /// <summary>
    /// With whose eyes the user sees the meeting; null if not at all. A seat comes first: a member who also holds an office
    /// sees no more than a member may.
    /// </summary>
    public static MeetingViewer? ViewerOf(
        this ICurrentUser user,
        IEnumerable<MeetingSeat> seats,
        OrganisationId committee,
        OrganisationId organisingUnit,
        WatchedCommittees watched)
    {
        if (user.Person is { } person && seats.Any(s => s.Person == person))
        {
            return MeetingViewer.Member;
        }

        if (user.Has(Role.CommitteeOffice, committee))
        {
            return MeetingViewer.Office;
        }

        if (watched.Supervised.Contains(committee))
        {
            return MeetingViewer.Supervisor;
        }

        return watched.Audited.Contains(committee) || user.Has(Role.OrganisingOfficer, organisingUnit)
            ? MeetingViewer.Observer
            : null;
    }

    /// <summary>The meeting, tracked, and with whose eyes the user sees it.</summary>
    /// <exception cref="NotFoundException">There is none, or it is none of the user's business.</exception>
    public static async Task<(CommitteeMeeting Meeting, MeetingViewer Viewer)> FindMeetingAsync(
        this TitleDb db, ICurrentUser user, MeetingId id, CancellationToken ct)
    {
        var meeting = await db.Meetings.SingleOrDefaultAsync(m => m.Id == id, ct) ?? throw new NotFoundException();
        var unit = await db.Committees.Where(c => c.Id == meeting.Committee).Select(c => c.OrganisingUnit).SingleAsync(ct);
        var watched = await WatchedCommittees.ReadAsync(db, user, ct);
        return (meeting, user.ViewerOf(meeting.Seats, meeting.Committee, unit, watched) ?? throw new NotFoundException());
    }

    /// <summary>The meeting, tracked, for one who looks at it with those eyes.</summary>
    /// <exception cref="NotFoundException">There is none, or the user is somebody else.</exception>
    public static async Task<CommitteeMeeting> FindMeetingAsync(
        this TitleDb db, ICurrentUser user, MeetingId id, MeetingViewer viewer, CancellationToken ct)
    {
        var (meeting, actual) = await db.FindMeetingAsync(user, id, ct);
        return actual == viewer ? meeting : throw new NotFoundException();
    }

    /// <summary>A case on the meeting's agenda, tracked.</summary>
    /// <exception cref="NotFoundException">There is none on it.</exception>
    public static async Task<MeetingCase> FindCaseAsync(
        this TitleDb db, CommitteeMeeting meeting, MeetingCaseId id, CancellationToken ct) =>
        await db.MeetingCases.SingleOrDefaultAsync(c => c.Id == id && c.Meeting == meeting.Id, ct)
        ?? throw new NotFoundException();

    /// <summary>True if the person has left the case.</summary>
    public static bool IsRecused(this MeetingCase @case, PersonId? person) => @case.Recusals.Any(r => r.Person == person);
}
