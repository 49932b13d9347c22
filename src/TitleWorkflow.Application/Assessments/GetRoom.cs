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
    /// <param name="Case">The case being voted on, else the one closed last; null if there is none, or a run-off came after it.</param>
    /// <param name="SignInCode">What members in the room sign in with this minute; null to all but the office, and when the meeting is over.</param>
    /// <param name="RunOff">The run-off being voted in, else the one closed last, if no case came after it.</param>
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
        Case? Case,
        string? SignInCode,
        RunOffShown? RunOff);

    /// <param name="Facts">The declaration, without its number.</param>
    /// <param name="IsOpen">True while it is being voted on.</param>
    /// <param name="Voters">Who may vote, P.</param>
    /// <param name="Cast">Ballots cast.</param>
    /// <param name="YesNeeded">Fewest yes votes that pass.</param>
    /// <param name="Tally">The count; null while voting is open, and where a member in the room has left the case.</param>
    /// <param name="Result">The result; null with the count.</param>
    public sealed record Case(
        CaseFacts Facts, bool IsOpen, int Voters, int Cast, int YesNeeded, Tally? Tally, AssessmentResult? Result);

    /// <param name="Candidates">Those level at the line, by name.</param>
    /// <param name="IsOpen">True while it is being voted in.</param>
    /// <param name="Seats">Places left for them.</param>
    /// <param name="Voters">Who may vote, P.</param>
    /// <param name="Cast">Ballots cast.</param>
    public sealed record RunOffShown(IReadOnlyList<Candidate> Candidates, bool IsOpen, int Seats, int Voters, int Cast);

    /// <param name="Applicant">Who applies.</param>
    /// <param name="Votes">Votes; null while voting is open, and where a member in the room has left one of the cases.</param>
    /// <param name="HasPlace">Whether the candidate has a place; null with the votes.</param>
    public sealed record Candidate(string Applicant, int? Votes, bool? HasPlace);

    internal sealed class Handler(TitleDb db, ICurrentUser user, TimeProvider clock) : IRequestHandler<Query, Result>
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
            var runOff = await RunOffAsync(meeting, ct);
            return new Result(
                meeting.Id, committee.Name, committee.EnglishName, meeting.HeldOn, meeting.Status, meeting.Size,
                shown is { IsOpen: true } ? shown.Voters : runOff is { IsOpen: true } ? runOff.Voters : meeting.Present,
                Tally.QuorumOf(meeting.Size), name, presiding?.Position, runOff is null ? shown : null,
                viewer == MeetingViewer.Office && meeting.Status < MeetingStatus.Closed ? meeting.SignInCode(clock.GetUtcNow()) : null, runOff);
        }

        // Cases were voted on before it, so a run-off is what the room is at until another case is put on the agenda and opened.
        private async Task<RunOffShown?> RunOffAsync(CommitteeMeeting meeting, CancellationToken ct)
        {
            var runOffs = await db.RunOffs.AsNoTracking()
                .Where(r => r.Meeting == meeting.Id && r.Status != RunOffStatus.Listed).ToListAsync(ct);
            var runOff = runOffs.Find(r => r.Status == RunOffStatus.Voting) ?? runOffs.MaxBy(r => r.DecidedAt);
            if (runOff is null || (runOff.DecidedAt is { } at && await VotedSinceAsync(meeting, at, ct)))
            {
                return null;
            }

            var cases = await db.CasesOfAsync(runOff, ct);
            var facts = await CaseFacts.ReadAsync(db, [.. cases.Select(c => c.Declaration)], ct);
            var readable = !meeting.Seats.Any(s => s.Present && cases.Exists(c => c.IsRecused(s.Person)));
            var tally = readable ? runOff.Tally : null;
            return new RunOffShown(
                [
                    .. runOff.Candidates.Select((id, i) => new Candidate(
                            facts[cases.Single(c => c.Id == id).Declaration].Applicant, tally?.Votes[i],
                            tally is null ? null : runOff.Winners!.Contains(id)))
                        .OrderBy(c => c.Applicant, StringComparer.Ordinal),
                ],
                runOff.Status == RunOffStatus.Voting, runOff.Seats, runOff.Voters.Count,
                await db.RunOffReceipts.CountAsync(r => r.RunOff == runOff.Id, ct));
        }

        private async Task<bool> VotedSinceAsync(CommitteeMeeting meeting, DateTimeOffset at, CancellationToken ct) =>
            (await db.MeetingCases.Where(c => c.Meeting == meeting.Id).Select(c => new { c.Status, c.DecidedAt }).ToListAsync(ct))
            .Exists(c => c.Status == MeetingCaseStatus.Voting || c.DecidedAt > at);

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
