using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Assessments;

/// <summary>Shows a meeting's run-offs: to a member only those to vote in, without counts; nothing of a case the member left.</summary>
public static class ListRunOffs
{
    /// <param name="Meeting">The meeting.</param>
    public sealed record Query(MeetingId Meeting) : IRequest<Result>;

    /// <param name="Items">In the order they were called for.</param>
    public sealed record Result(IReadOnlyList<Row> Items);

    /// <param name="Id">The run-off.</param>
    /// <param name="Status">Where it stands.</param>
    /// <param name="Seats">Places left.</param>
    /// <param name="Candidates">Those level at the line.</param>
    /// <param name="Voters">Who may vote, P; null for members.</param>
    /// <param name="Cast">Ballots cast; null for members.</param>
    /// <param name="Abstained">Those who named nobody; null until decided, and for members.</param>
    /// <param name="Receipt">The reader's own receipt; null before the ballot is cast.</param>
    public sealed record Row(
        RunOffId Id,
        RunOffStatus Status,
        int Seats,
        IReadOnlyList<Candidate> Candidates,
        int? Voters,
        int? Cast,
        int? Abstained,
        string? Receipt);

    /// <param name="Case">The case.</param>
    /// <param name="Applicant">Who applies.</param>
    /// <param name="Employer">Where the applicant works.</param>
    /// <param name="Votes">Votes; null until decided, and for members.</param>
    /// <param name="HasPlace">Whether the candidate has a place; null until decided, and for members.</param>
    public sealed record Candidate(MeetingCaseId Case, string Applicant, string Employer, int? Votes, bool? HasPlace);

    internal sealed class Handler(TitleDb db, ICurrentUser user) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var (meeting, viewer) = await db.FindMeetingAsync(user, query.Meeting, ct);
            var rows = new List<Row>();
            foreach (var runOff in await db.RunOffs.AsNoTracking().Where(r => r.Meeting == meeting.Id).OrderBy(r => r.Id).ToListAsync(ct))
            {
                var cases = await db.CasesOfAsync(runOff, ct);
                var member = viewer == MeetingViewer.Member;
                if (cases.Exists(c => c.IsRecused(user.Person))
                    || (member && !(runOff.Status == RunOffStatus.Voting && runOff.Voters.Contains(user.Person!.Value))))
                {
                    continue;
                }

                var facts = await CaseFacts.ReadAsync(db, [.. cases.Select(c => c.Declaration)], ct);
                var receipts = await db.RunOffReceipts.AsNoTracking().Where(r => r.RunOff == runOff.Id).ToListAsync(ct);
                var tally = member ? null : runOff.Tally;
                rows.Add(new Row(
                    runOff.Id, runOff.Status, runOff.Seats,
                    [
                        .. runOff.Candidates.Select((id, i) => (id, i, facts[cases.Single(c => c.Id == id).Declaration]))
                            .Select(c => new Candidate(
                                c.id, c.Item3.Applicant, c.Item3.Employer, tally?.Votes[c.i],
                                tally is null ? null : runOff.Winners!.Contains(c.id))),
                    ],
                    member ? null : runOff.Voters.Count, member ? null : receipts.Count, tally?.Abstained,
                    receipts.SingleOrDefault(r => r.Voter == user.Person)?.Code));
            }

            return new Result(rows);
        }
    }
}
