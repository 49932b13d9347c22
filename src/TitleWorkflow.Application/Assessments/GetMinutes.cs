using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Domain.Assessments.Scoring;
using TitleWorkflow.Domain.Committees;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.RuleSets;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Assessments;

/// <summary>
/// Shows the minutes (会议纪要) of a signed meeting to the office, to those who watch it and to who presided, who reads nothing of
/// a case left; whether all is as it was signed is checked each time.
/// </summary>
public static class GetMinutes
{
    /// <param name="Meeting">The meeting; its results must be signed.</param>
    public sealed record Query(MeetingId Meeting) : IRequest<Result>;

    /// <param name="Meeting">The meeting.</param>
    /// <param name="CommitteeName">Chinese name of the committee.</param>
    /// <param name="CommitteeEnglishName">Name on English pages; null where there is none.</param>
    /// <param name="HeldOn">Date.</param>
    /// <param name="Place">Where.</param>
    /// <param name="OpenedAt">When it opened.</param>
    /// <param name="ClosedAt">When it closed.</param>
    /// <param name="SignedAt">When the director signed.</param>
    /// <param name="Presiding">Who presided and signed.</param>
    /// <param name="Attendance">Members, present at the close, quorum.</param>
    /// <param name="Seats">Who sat in it.</param>
    /// <param name="Cases">What was dealt with, as this reader may know it, in the order of the agenda.</param>
    /// <param name="RunOffs">Run-offs the reader may know, in the order they were called for.</param>
    /// <param name="NamesReaders">Whether this is the office's copy, which names who wrote an opinion.</param>
    /// <param name="Seal">SHA-256 of what the minutes rest on, lower-case hex.</param>
    /// <param name="IsAsSealed">Whether all of it still is as it was signed.</param>
    public sealed record Result(
        MeetingId Meeting,
        string CommitteeName,
        string? CommitteeEnglishName,
        DateOnly HeldOn,
        string Place,
        DateTimeOffset OpenedAt,
        DateTimeOffset ClosedAt,
        DateTimeOffset SignedAt,
        Seat Presiding,
        GetMeeting.Attendance Attendance,
        IReadOnlyList<Seat> Seats,
        IReadOnlyList<Case> Cases,
        IReadOnlyList<RunOffHeld> RunOffs,
        bool NamesReaders,
        string Seal,
        bool IsAsSealed);

    /// <param name="Name">The member.</param>
    /// <param name="Position">As what.</param>
    /// <param name="Present">Whether in the room at the close.</param>
    /// <param name="SignedInAt">When the member first signed in; null for who never came.</param>
    public sealed record Seat(string Name, CommitteePosition Position, bool Present, DateTimeOffset? SignedInAt);

    /// <param name="Facts">The declaration.</param>
    /// <param name="Status">Decided or put off.</param>
    /// <param name="Tally">The count; null if put off.</param>
    /// <param name="Result">The result; null if put off.</param>
    /// <param name="Recusals">Who left the case, and why; to who presided, without the reasons.</param>
    /// <param name="Score">What the sheets of the last round say together; null if there are none.</param>
    /// <param name="Opinions">What the readers wrote in that round.</param>
    public sealed record Case(
        CaseFacts Facts,
        MeetingCaseStatus Status,
        Tally? Tally,
        AssessmentResult? Result,
        IReadOnlyList<Recused> Recusals,
        GroupScore? Score,
        IReadOnlyList<Opinion> Opinions);

    /// <param name="Name">Who left the case.</param>
    /// <param name="Reason">Why; null for who may not know it.</param>
    public sealed record Recused(string Name, string? Reason);

    /// <param name="Reader">Number of the expert within the group, from 1.</param>
    /// <param name="Name">Who wrote it; null but on the office's copy.</param>
    /// <param name="Total">Points.</param>
    /// <param name="Text">The written opinion.</param>
    public sealed record Opinion(int Reader, string? Name, int Total, string Text);

    /// <param name="Seats">Places left.</param>
    /// <param name="Abstained">Those who named nobody, or cast no valid ballot.</param>
    /// <param name="Candidates">Those level at the line.</param>
    public sealed record RunOffHeld(int Seats, int Abstained, IReadOnlyList<Candidate> Candidates);

    /// <param name="Applicant">Who applies.</param>
    /// <param name="Votes">Votes.</param>
    /// <param name="HasPlace">Whether the candidate has a place.</param>
    public sealed record Candidate(string Applicant, int Votes, bool HasPlace);

    internal sealed class Handler(TitleDb db, ICurrentUser user) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var (meeting, viewer) = await db.FindMeetingAsync(user, query.Meeting, ct);
            if (meeting.Status != MeetingStatus.Signed || (viewer == MeetingViewer.Member && meeting.Presiding != user.Person))
            {
                throw new NotFoundException();
            }

            var committee = await db.Organisations.Where(o => o.Id == meeting.Committee)
                .Select(o => new { o.Name, o.EnglishName }).SingleAsync(ct);
            var facts = await MinutesFacts.ReadAsync(db, meeting, ct);
            var names = await NamesAsync(meeting, facts, ct);
            var seats = meeting.Seats.ToDictionary(
                s => s.Person, s => new Seat(names[s.Person], s.Position, s.Present, s.SignedInAt));

            // Left cases are absent, and so is every run-off they were in.
            var seen = facts.Cases.Where(c => !c.IsRecused(user.Person)).ToDictionary(c => c.Id);
            var declarations = await CaseFacts.ReadAsync(db, [.. seen.Values.Select(c => c.Declaration)], ct);
            var rules = await RulesAsync(facts, ct);
            return new Result(
                meeting.Id, committee.Name, committee.EnglishName, meeting.HeldOn, meeting.Place,
                meeting.OpenedAt!.Value, meeting.ClosedAt!.Value, meeting.SignedAt!.Value,
                seats[meeting.Presiding!.Value],
                new GetMeeting.Attendance(meeting.Size, meeting.Present, Tally.QuorumOf(meeting.Size)),
                [.. meeting.Seats.Select(s => seats[s.Person])],
                [
                    .. seen.Values.Select(c => Shown(c, declarations[c.Declaration], facts, viewer, names, rules)),
                ],
                [
                    .. facts.RunOffs.Where(r => r.Tally is not null && r.Candidates.TrueForAll(seen.ContainsKey))
                        .Select(r => Shown(r, id => declarations[seen[id].Declaration].Applicant)),
                ],
                viewer == MeetingViewer.Office, meeting.ResultHash!,
                meeting.IsAsSealed(facts.Cases, facts.RunOffs, facts.Sheets));
        }

        private Task<Dictionary<PersonId, string>> NamesAsync(CommitteeMeeting meeting, MinutesFacts facts, CancellationToken ct)
        {
            var people = meeting.Seats.Select(s => s.Person)
                .Union(facts.Cases.SelectMany(c => c.Recusals).Select(r => r.Person))
                .Union(facts.Sheets.Select(s => s.Expert)).ToList();
            return db.People.Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, ct);
        }

        private async Task<Dictionary<DeclarationId, RuleSet>> RulesAsync(MinutesFacts facts, CancellationToken ct)
        {
            var read = facts.Reviews.Select(r => r.Declaration).ToList();
            return (await db.Declarations.Where(d => read.Contains(d.Id))
                    .Join(db.RuleSets, d => d.RuleSet, r => r.Id, (d, r) => new { d.Id, Rules = r }).AsNoTracking().ToListAsync(ct))
                .ToDictionary(d => d.Id, d => d.Rules);
        }

        private static Case Shown(
            MeetingCase @case,
            CaseFacts declaration,
            MinutesFacts facts,
            MeetingViewer viewer,
            Dictionary<PersonId, string> names,
            Dictionary<DeclarationId, RuleSet> rules)
        {
            var review = facts.Reviews.SingleOrDefault(r => r.Declaration == @case.Declaration);
            var sheets = facts.Sheets
                .Where(s => s.Review == review?.Id && s.Round == review.Round && review.Experts.Contains(s.Expert))
                .OrderBy(s => review!.Experts.IndexOf(s.Expert)).ToList();
            return new Case(
                declaration, @case.Status, @case.Tally, @case.Result,
                [
                    .. @case.Recusals.Select(r => new Recused(
                        names[r.Person], viewer == MeetingViewer.Member ? null : r.Reason)),
                ],
                review is null ? null : rules[@case.Declaration].Sum(sheets, review.Round),
                [
                    .. sheets.Select(s => new Opinion(
                        review!.Experts.IndexOf(s.Expert) + 1, viewer == MeetingViewer.Office ? names[s.Expert] : null, s.Total,
                        s.Opinion)),
                ]);
        }

        private static RunOffHeld Shown(RunOff runOff, Func<MeetingCaseId, string> applicant) => new(
            runOff.Seats, runOff.Tally!.Abstained,
            [
                .. runOff.Candidates.Select((id, i) => new Candidate(
                    applicant(id), runOff.Tally.Votes[i], runOff.Winners!.Contains(id))),
            ]);
    }
}
