using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Assessments;

/// <summary>Shows a voter's device what there is to do now: the one case to vote on, the receipt, or to wait.</summary>
public static class GetBallot
{
    /// <summary>What the device shows.</summary>
    public enum State
    {
        /// <summary>No meeting is under way in which the user has a seat.</summary>
        NoMeeting,

        /// <summary>The office has not marked the user present.</summary>
        Absent,

        /// <summary>Nothing to vote on now; the same for a case the user left.</summary>
        Waiting,

        /// <summary>A case is to be voted on.</summary>
        Voting,

        /// <summary>The user has voted on the case that is open.</summary>
        Voted,

        /// <summary>A run-off is to be voted in.</summary>
        RunOffVoting,

        /// <summary>The user has voted in the run-off that is open.</summary>
        RunOffVoted,
    }

    public sealed record Query : IRequest<Result>;

    /// <param name="State">What there is to do.</param>
    /// <param name="Meeting">The meeting; null if there is none.</param>
    /// <param name="Committee">Chinese name of the committee; null if there is no meeting.</param>
    /// <param name="CommitteeEnglishName">Name on English pages; null where there is none.</param>
    /// <param name="HeldOn">Date of the meeting; null if there is none.</param>
    /// <param name="Case">The case that is open; null unless it is the user's to vote on.</param>
    /// <param name="Receipts">The user's own receipts of this meeting, by applicant.</param>
    /// <param name="RunOff">The run-off that is open; null unless it is the user's to vote in.</param>
    public sealed record Result(
        State State,
        MeetingId? Meeting = null,
        string? Committee = null,
        string? CommitteeEnglishName = null,
        DateOnly? HeldOn = null,
        Case? Case = null,
        IReadOnlyList<Receipt>? Receipts = null,
        RunOffBallot? RunOff = null);

    /// <param name="Id">The case.</param>
    /// <param name="Facts">The declaration, without its number.</param>
    /// <param name="Opinions">What the group's experts wrote, without their names.</param>
    /// <param name="MeanScore">Mean of their sheets; a reference that decides nothing. Null if there is none.</param>
    /// <param name="Receipt">The user's receipt; null before the ballot is cast.</param>
    public sealed record Case(
        MeetingCaseId Id, CaseFacts Facts, IReadOnlyList<string> Opinions, decimal? MeanScore, string? Receipt);

    /// <param name="Case">The case.</param>
    /// <param name="Applicant">Who applied.</param>
    /// <param name="Code">The receipt's code.</param>
    /// <param name="IsClosed">Whether the voting is closed, so that the code is listed.</param>
    public sealed record Receipt(MeetingCaseId Case, string Applicant, string Code, bool IsClosed);

    /// <param name="Id">The run-off.</param>
    /// <param name="Seats">Places left.</param>
    /// <param name="Candidates">Those level at the line, by name.</param>
    /// <param name="Receipt">The user's receipt; null before the ballot is cast.</param>
    public sealed record RunOffBallot(RunOffId Id, int Seats, IReadOnlyList<Candidate> Candidates, string? Receipt);

    /// <param name="Case">The case.</param>
    /// <param name="Facts">The declaration, without its number.</param>
    public sealed record Candidate(MeetingCaseId Case, CaseFacts Facts);

    internal sealed class Handler(TitleDb db, ICurrentUser user) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var underWay = await db.Meetings.AsNoTracking()
                .Where(m => m.Status == MeetingStatus.Open || m.Status == MeetingStatus.Suspended).ToListAsync(ct);
            var mine = underWay.Where(m => m.Seats.Any(s => s.Person == user.Person)).ToList();
            if (mine.Count == 0)
            {
                return new Result(State.NoMeeting);
            }

            var ids = mine.Select(m => m.Id).ToList();
            var voting = (await db.MeetingCases.AsNoTracking()
                    .Where(c => ids.Contains(c.Meeting) && c.Status == MeetingCaseStatus.Voting).ToListAsync(ct))
                .FirstOrDefault(c => c.Voters.Contains(user.Person!.Value) && !c.IsRecused(user.Person));
            var runOff = voting is null ? await RunOffAsync(ids, ct) : null;
            var meeting = mine.FirstOrDefault(m => m.Id == (voting?.Meeting ?? runOff?.Meeting)) ?? mine.MaxBy(m => m.OpenedAt)!;
            var committee = await db.Organisations.Where(o => o.Id == meeting.Committee)
                .Select(o => new { o.Name, o.EnglishName }).SingleAsync(ct);
            var receipts = await ReceiptsAsync(meeting.Id, ct);
            var open = voting is null
                ? null
                : await CaseAsync(voting, receipts.SingleOrDefault(r => r.Case == voting.Id)?.Code, ct);
            var openRunOff = runOff is null ? null : await BallotAsync(runOff, ct);
            return new Result(
                StateOf(meeting, open, openRunOff), meeting.Id, committee.Name, committee.EnglishName, meeting.HeldOn, open,
                receipts, openRunOff);
        }

        private State StateOf(CommitteeMeeting meeting, Case? open, RunOffBallot? runOff) => (open, runOff) switch
        {
            ({ Receipt: not null }, _) => State.Voted,
            (_, { Receipt: not null }) => State.RunOffVoted,
            _ when !meeting.Seats.Any(s => s.Person == user.Person && s.Present) => State.Absent,
            _ when meeting.Status != MeetingStatus.Open => State.Waiting,
            ({ }, _) => State.Voting,
            (_, { }) => State.RunOffVoting,
            _ => State.Waiting,
        };

        // Voters were fixed without those who left one of its cases; for them there is nothing but to wait.
        private async Task<RunOff?> RunOffAsync(List<MeetingId> meetings, CancellationToken ct) =>
            (await db.RunOffs.AsNoTracking()
                .Where(r => meetings.Contains(r.Meeting) && r.Status == RunOffStatus.Voting).ToListAsync(ct))
            .Find(r => r.Voters.Contains(user.Person!.Value));

        private async Task<RunOffBallot> BallotAsync(RunOff runOff, CancellationToken ct)
        {
            var cases = await db.CasesOfAsync(runOff, ct);
            var facts = await CaseFacts.ReadAsync(db, [.. cases.Select(c => c.Declaration)], ct);
            var receipt = await db.RunOffReceipts.Where(r => r.RunOff == runOff.Id && r.Voter == user.Person)
                .Select(r => r.Code).SingleOrDefaultAsync(ct);
            return new RunOffBallot(
                runOff.Id,
                runOff.Seats,
                [
                    .. cases.Select(c => new Candidate(c.Id, facts[c.Declaration] with { Number = "" }))
                        .OrderBy(c => c.Facts.Applicant, StringComparer.Ordinal),
                ],
                receipt);
        }

        private async Task<List<Receipt>> ReceiptsAsync(MeetingId meeting, CancellationToken ct)
        {
            var receipts = await db.BallotReceipts.AsNoTracking()
                .Where(r => r.Voter == user.Person)
                .Join(db.MeetingCases.Where(c => c.Meeting == meeting), r => r.Case, c => c.Id, (r, c) => new { r, c })
                .Select(x => new Receipt(
                    x.c.Id,
                    db.Declarations.Where(d => d.Id == x.c.Declaration)
                        .Select(d => db.People.Where(p => p.Id == d.Applicant).Select(p => p.Name).First()).First(),
                    x.r.Code,
                    x.c.Status == MeetingCaseStatus.Decided))
                .ToListAsync(ct);
            return [.. receipts.OrderBy(r => r.Applicant, StringComparer.Ordinal)];
        }

        private async Task<Case> CaseAsync(MeetingCase @case, string? receipt, CancellationToken ct)
        {
            var facts = (await CaseFacts.ReadAsync(db, [@case.Declaration], ct))[@case.Declaration];
            var (sheets, score) = await db.GroupScoreAsync(@case.Declaration, ct);
            return new Case(
                @case.Id,
                facts with { Number = "" },
                [.. sheets.Select(s => s.Opinion).Order(StringComparer.Ordinal)],
                score?.Mean,
                receipt);
        }
    }
}
