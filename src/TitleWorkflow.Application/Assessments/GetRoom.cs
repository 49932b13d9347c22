using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Domain.Committees;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Assessments;

/// <summary>Shows what everybody in the room may see (会场大屏): cast and present only, the result after the close.</summary>
public static class GetRoom
{
    /// <param name="Meeting">The meeting.</param>
    public sealed record Query(MeetingId Meeting) : IRequest<Result>;

    /// <param name="Meeting">The meeting.</param>
    /// <param name="Committee">Chinese name of the committee.</param>
    /// <param name="CommitteeEnglishName">Name on English pages; null where there is none.</param>
    /// <param name="HeldOn">Date.</param>
    /// <param name="Status">Where the meeting stands.</param>
    /// <param name="Size">Members, N.</param>
    /// <param name="Present">Members in the room, or those who may vote on the case shown, P.</param>
    /// <param name="Quorum">Fewest that make a quorum.</param>
    /// <param name="PresidingName">Who presides; null before the meeting opens.</param>
    /// <param name="PresidingPosition">As what; null before the meeting opens.</param>
    /// <param name="Case">The case being voted on, else the one closed last; null if there is none.</param>
    public sealed record Result(
        MeetingId Meeting,
        string Committee,
        string? CommitteeEnglishName,
        DateOnly HeldOn,
        MeetingStatus Status,
        int Size,
        int Present,
        int Quorum,
        string? PresidingName,
        CommitteePosition? PresidingPosition,
        Case? Case);

    /// <param name="Facts">The declaration, without its number.</param>
    /// <param name="IsOpen">True while it is being voted on.</param>
    /// <param name="Voters">Who may vote, P.</param>
    /// <param name="Cast">Ballots cast.</param>
    /// <param name="YesNeeded">Fewest yes votes that pass.</param>
    /// <param name="Tally">The count; null while voting is open, and where a member in the room has left the case.</param>
    /// <param name="Result">The result; null with the count.</param>
    public sealed record Case(
        CaseFacts Facts, bool IsOpen, int Voters, int Cast, int YesNeeded, Tally? Tally, AssessmentResult? Result);

    internal sealed class Handler(TitleDb db, ICurrentUser user) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var (meeting, viewer) = await db.FindMeetingAsync(user, query.Meeting, ct);
            if (viewer == MeetingViewer.Member)
            {
                throw new NotFoundException();
            }

            var committee = await db.Organisations.Where(o => o.Id == meeting.Committee)
                .Select(o => new { o.Name, o.EnglishName }).SingleAsync(ct);
            var presiding = meeting.Seats.SingleOrDefault(s => s.Person == meeting.Presiding);
            var name = await db.People.Where(p => p.Id == meeting.Presiding).Select(p => p.Name).SingleOrDefaultAsync(ct);
            var shown = await ShownAsync(meeting, ct);
            return new Result(
                meeting.Id, committee.Name, committee.EnglishName, meeting.HeldOn, meeting.Status, meeting.Size,
                shown is { IsOpen: true } ? shown.Voters : meeting.Present,
                Tally.QuorumOf(meeting.Size), name, presiding?.Position, shown);
        }

        private async Task<Case?> ShownAsync(CommitteeMeeting meeting, CancellationToken ct)
        {
            var cases = await db.MeetingCases.AsNoTracking()
                .Where(c => c.Meeting == meeting.Id)
                .Where(c => c.Status == MeetingCaseStatus.Voting || c.Status == MeetingCaseStatus.Decided)
                .ToListAsync(ct);
            var @case = cases.SingleOrDefault(c => c.Status == MeetingCaseStatus.Voting)
                ?? cases.MaxBy(c => c.DecidedAt);
            if (@case is null)
            {
                return null;
            }

            var facts = (await CaseFacts.ReadAsync(db, [@case.Declaration], ct))[@case.Declaration];
            var cast = await db.BallotReceipts.CountAsync(r => r.Case == @case.Id, ct);

            // Back in the room, a member who left the case must not read its count off the wall.
            var readable = !meeting.Seats.Any(s => s.Present && @case.IsRecused(s.Person));
            return new Case(
                facts with { Number = "" },
                @case.Status == MeetingCaseStatus.Voting,
                @case.Voters.Count,
                cast,
                Tally.YesNeeded(@case.Voters.Count),
                readable ? @case.Tally : null,
                readable ? @case.Result : null);
        }
    }
}
