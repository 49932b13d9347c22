using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Assessments;

/// <summary>The supervisor has the opened ballots of a meeting's run-offs counted again (加投复算).</summary>
public static class RetallyRunOffs
{
    /// <param name="Meeting">The meeting.</param>
    public sealed record Query(MeetingId Meeting) : IRequest<Result>;

    /// <param name="Items">The decided run-offs, in the order they were called for.</param>
    public sealed record Result(IReadOnlyList<Row> Items);

    /// <param name="RunOff">The run-off.</param>
    /// <param name="Candidates">Those it was between.</param>
    /// <param name="Abstained">Abstentions and ballots not cast, as announced.</param>
    /// <param name="Recounted">The same, counted again.</param>
    /// <param name="Receipts">Receipts given.</param>
    /// <param name="Agrees">Whether counts and number of receipts agree.</param>
    public sealed record Row(
        RunOffId RunOff, IReadOnlyList<Candidate> Candidates, int Abstained, int Recounted, int Receipts, bool Agrees);

    /// <param name="Applicant">Who applies.</param>
    /// <param name="Announced">Votes announced at the close.</param>
    /// <param name="Recounted">Votes as they are stored now.</param>
    public sealed record Candidate(string Applicant, int Announced, int Recounted);

    internal sealed class Handler(TitleDb db, ICurrentUser user) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var meeting = await db.FindMeetingAsync(user, query.Meeting, MeetingViewer.Supervisor, ct);
            var rows = new List<Row>();
            foreach (var runOff in await db.RunOffs.AsNoTracking()
                .Where(r => r.Meeting == meeting.Id && r.Status == RunOffStatus.Decided).OrderBy(r => r.Id).ToListAsync(ct))
            {
                rows.Add(await CountAsync(runOff, ct));
            }

            return new Result(rows);
        }

        private async Task<Row> CountAsync(RunOff runOff, CancellationToken ct)
        {
            var cases = (await db.CasesOfAsync(runOff, ct)).ToDictionary(c => c.Id);
            var facts = await CaseFacts.ReadAsync(db, [.. cases.Values.Select(c => c.Declaration)], ct);
            var ballots = await db.OpenedRunOffBallots.Where(b => b.RunOff == runOff.Id).Select(b => b.Choice).ToListAsync(ct);
            var receipts = await db.RunOffReceipts.CountAsync(r => r.RunOff == runOff.Id, ct);
            List<Candidate> candidates =
            [
                .. runOff.Candidates.Select((id, i) => new Candidate(
                    facts[cases[id].Declaration].Applicant, runOff.Tally!.Votes[i], ballots.Count(b => b == id))),
            ];
            var abstained = runOff.Voters.Count - candidates.Sum(c => c.Recounted);
            return new Row(
                runOff.Id, candidates, runOff.Tally!.Abstained, abstained, receipts,
                abstained == runOff.Tally.Abstained && receipts == ballots.Count
                && candidates.TrueForAll(c => c.Announced == c.Recounted));
        }
    }
}
