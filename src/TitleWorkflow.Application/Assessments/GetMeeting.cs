using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Domain.Committees;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Assessments;

/// <summary>
/// Shows one meeting, computed for the one who looks: a member sees own cases without order or progress, and a case the member
/// left is absent from every list and total.
/// </summary>
public static class GetMeeting
{
    /// <param name="Meeting">The meeting.</param>
    public sealed record Query(MeetingId Meeting) : IRequest<Result>;

    /// <param name="Meeting">The meeting.</param>
    /// <param name="Committee">The committee.</param>
    /// <param name="CommitteeName">Chinese name of the committee.</param>
    /// <param name="CommitteeEnglishName">Name on English pages; null where there is none.</param>
    /// <param name="HeldOn">Date.</param>
    /// <param name="Place">Where.</param>
    /// <param name="Status">Where it stands.</param>
    /// <param name="Viewer">With whose eyes the user sees it.</param>
    /// <param name="Presides">True if the user presides.</param>
    /// <param name="IsPresent">True if the user has a seat and is marked present.</param>
    /// <param name="Attendance">Members, present, quorum.</param>
    /// <param name="PresidingName">Who presides; null before the meeting opens.</param>
    /// <param name="DirectorCodeDrawn">Whether the director's code is drawn.</param>
    /// <param name="SupervisorCodeDrawn">Whether the supervisor's code is drawn.</param>
    /// <param name="Seats">Who sits in it; empty for members.</param>
    /// <param name="Cases">The agenda as this viewer may know it.</param>
    /// <param name="OpenedAt">When it opened; null before.</param>
    /// <param name="ClosedAt">When it closed; null before.</param>
    /// <param name="SignedAt">When the result table was signed; null before.</param>
    /// <param name="ResultHash">The seal of the signed table; null before.</param>
    /// <param name="HasCaps">Whether there are caps to settle or settled that this viewer may see.</param>
    public sealed record Result(
        MeetingId Meeting,
        OrganisationId Committee,
        string CommitteeName,
        string? CommitteeEnglishName,
        DateOnly HeldOn,
        string Place,
        MeetingStatus Status,
        MeetingViewer Viewer,
        bool Presides,
        bool IsPresent,
        Attendance Attendance,
        string? PresidingName,
        bool DirectorCodeDrawn,
        bool SupervisorCodeDrawn,
        IReadOnlyList<Seat> Seats,
        IReadOnlyList<Case> Cases,
        DateTimeOffset? OpenedAt,
        DateTimeOffset? ClosedAt,
        DateTimeOffset? SignedAt,
        string? ResultHash,
        bool HasCaps = false);

    /// <param name="Size">Members, N.</param>
    /// <param name="Present">Members in the room, P.</param>
    /// <param name="Quorum">Fewest that make a quorum.</param>
    public sealed record Attendance(int Size, int Present, int Quorum)
    {
        /// <summary>Whether those present suffice.</summary>
        public bool HasQuorum => Present >= Quorum;
    }

    /// <param name="Person">Who.</param>
    /// <param name="Name">Name.</param>
    /// <param name="Employer">Where the member works; null if not known.</param>
    /// <param name="Position">As what.</param>
    /// <param name="Present">Whether marked present.</param>
    public sealed record Seat(PersonId Person, string Name, string? Employer, CommitteePosition Position, bool Present)
    {
        internal OrganisationId? EmployerId { get; init; }
    }

    /// <param name="Id">The case.</param>
    /// <param name="Facts">The declaration.</param>
    /// <param name="Position">Place on the agenda; null for members.</param>
    /// <param name="Status">Where it stands; null where the viewer may not know the progress.</param>
    /// <param name="IsWithdrawn">The applicant withdrew after it was listed.</param>
    /// <param name="Eligible">Members present and not recused, or the voters once voting opened; null for members.</param>
    /// <param name="Quorate">Whether they make a quorum.</param>
    /// <param name="Cast">Ballots cast; null unless voting has been opened and the viewer may know.</param>
    /// <param name="Tally">The count; null until decided, and for members.</param>
    /// <param name="Result">The result; null until decided, and for members.</param>
    /// <param name="Recusals">Who left the case; empty for members.</param>
    /// <param name="Conflicts">Members of the applicant's employer who have not left; for the office.</param>
    public sealed record Case(
        MeetingCaseId Id,
        CaseFacts Facts,
        int? Position,
        MeetingCaseStatus? Status,
        bool IsWithdrawn,
        int? Eligible,
        bool Quorate,
        int? Cast,
        Tally? Tally,
        AssessmentResult? Result,
        IReadOnlyList<Recused> Recusals,
        IReadOnlyList<Seat> Conflicts);

    /// <param name="Person">Who left the case.</param>
    /// <param name="Name">Name.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Recused(PersonId Person, string Name, string Reason);

    internal sealed class Handler(TitleDb db, ICurrentUser user) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var (meeting, viewer) = await db.FindMeetingAsync(user, query.Meeting, ct);
            var committee = await db.Organisations.Where(o => o.Id == meeting.Committee)
                .Select(o => new { o.Name, o.EnglishName }).SingleAsync(ct);
            var seats = await SeatsAsync(meeting, ct);
            var presides = meeting.Presiding is { } presiding && presiding == user.Person;
            return new Result(
                meeting.Id, meeting.Committee, committee.Name, committee.EnglishName,
                meeting.HeldOn, meeting.Place, meeting.Status,
                viewer, presides, meeting.Seats.Any(s => s.Person == user.Person && s.Present),
                new Attendance(meeting.Size, meeting.Present, Tally.QuorumOf(meeting.Size)),
                seats.SingleOrDefault(s => s.Person == meeting.Presiding)?.Name,
                meeting.DirectorCode is not null, meeting.SupervisorCode is not null,
                viewer == MeetingViewer.Member ? [] : seats,
                await CasesAsync(meeting, viewer, presides, seats, ct),
                meeting.OpenedAt, meeting.ClosedAt, meeting.SignedAt, meeting.ResultHash,
                await HasCapsAsync(meeting, viewer, presides, ct));
        }

        private async Task<bool> HasCapsAsync(CommitteeMeeting meeting, MeetingViewer viewer, bool presides, CancellationToken ct)
        {
            var cases = await db.MeetingCases.AsNoTracking().Where(c => c.Meeting == meeting.Id).ToListAsync(ct);
            var sees = viewer != MeetingViewer.Member
                || (presides && !cases.Exists(c => c.Status is MeetingCaseStatus.Listed or MeetingCaseStatus.Voting));
            return sees && !cases.Exists(c => c.IsRecused(user.Person))
                && (cases.Exists(c => c.AwaitsCap || c.Result == AssessmentResult.OverCap)
                    || await db.RunOffs.AnyAsync(r => r.Meeting == meeting.Id, ct));
        }

        private async Task<List<Seat>> SeatsAsync(CommitteeMeeting meeting, CancellationToken ct)
        {
            var people = meeting.Seats.Select(s => s.Person).ToList();
            var known = await db.People.Where(p => people.Contains(p.Id))
                .Select(p => new
                {
                    p.Id,
                    p.Name,
                    p.Employer,
                    EmployerName = db.Organisations.Where(o => o.Id == p.Employer).Select(o => o.Name).FirstOrDefault(),
                })
                .ToDictionaryAsync(p => p.Id, ct);
            return
            [
                .. meeting.Seats.Select(s => (Seat: s, Person: known[s.Person])).Select(s =>
                    new Seat(s.Seat.Person, s.Person.Name, s.Person.EmployerName, s.Seat.Position, s.Seat.Present)
                    {
                        EmployerId = s.Person.Employer,
                    }),
            ];
        }

        private async Task<List<Case>> CasesAsync(
            CommitteeMeeting meeting, MeetingViewer viewer, bool presides, List<Seat> seats, CancellationToken ct)
        {
            // Left cases are absent, whatever else the viewer is.
            var cases = (await db.MeetingCases.AsNoTracking().Where(c => c.Meeting == meeting.Id).ToListAsync(ct))
                .Where(c => !c.IsRecused(user.Person)).ToList();
            var facts = await CaseFacts.ReadAsync(db, [.. cases.Select(c => c.Declaration)], ct);
            var ids = cases.Select(c => c.Id).ToList();
            var cast = await db.BallotReceipts.Where(r => ids.Contains(r.Case)).GroupBy(r => r.Case)
                .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
            if (viewer == MeetingViewer.Member)
            {
                var over = meeting.Status >= MeetingStatus.Closed;
                return
                [
                    .. cases.Where(c => c.Status != MeetingCaseStatus.Deferred).OrderBy(c => facts[c.Declaration].Applicant, StringComparer.Ordinal)
                        .Select(c => ForMember(c, facts[c.Declaration], cast.GetValueOrDefault(c.Id), presides, over)),
                ];
            }

            return
            [
                .. cases.OrderBy(c => c.Position).Select(c => InFull(
                    c, facts[c.Declaration], cast.GetValueOrDefault(c.Id), meeting, seats, viewer == MeetingViewer.Office)),
            ];
        }

        // Whoever presides types a code for the case that is open, and signs the results when the meeting is over.
        private static Case ForMember(MeetingCase @case, CaseFacts facts, int cast, bool presides, bool over)
        {
            var voting = presides && @case.Status == MeetingCaseStatus.Voting;
            var results = presides && over;
            return new Case(
                @case.Id, facts with { Number = "" }, null, voting || results ? @case.Status : null, false,
                voting || results ? @case.Voters.Count : null, true, voting ? cast : null,
                results ? @case.Tally : null, results ? @case.Result : null, [], []);
        }

        private static Case InFull(
            MeetingCase @case, CaseFacts facts, int cast, CommitteeMeeting meeting, List<Seat> seats, bool office)
        {
            var listed = @case.Status == MeetingCaseStatus.Listed;
            var eligible = listed ? @case.Eligible(meeting).Count : @case.Voters.Count;
            return new Case(
                @case.Id, facts, @case.Position, @case.Status, listed && !facts.Awaits,
                eligible, Tally.IsQuorum(eligible, meeting.Size), listed ? null : cast, @case.Tally, @case.Result,
                [
                    .. @case.Recusals.Select(r => new Recused(
                        r.Person, seats.SingleOrDefault(s => s.Person == r.Person)?.Name ?? "", r.Reason)),
                ],
                [.. seats.Where(s => office && listed && s.EmployerId == facts.EmployerId && !@case.IsRecused(s.Person))]);
        }
    }
}
