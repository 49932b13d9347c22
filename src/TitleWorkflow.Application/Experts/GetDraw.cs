using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Experts;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Experts;

/// <summary>Shows a draw to the office and to the supervisor: hashes, filters, inputs, counts; names from release on.</summary>
public static class GetDraw
{
    /// <param name="Draw">The draw.</param>
    public sealed record Query(ExpertDrawId Draw) : IRequest<Result>;

    /// <param name="Draw">The draw.</param>
    /// <param name="Plan">The plan's Chinese title.</param>
    /// <param name="EnglishPlan">The plan's English title.</param>
    /// <param name="MeetingOn">Day of the meeting.</param>
    /// <param name="Round">Round, from 1.</param>
    /// <param name="Reason">Why a further round was needed; null in the first.</param>
    /// <param name="Status">How far it has come.</param>
    /// <param name="Policy">What it must come to.</param>
    /// <param name="PolicyHash">Hash of the policy.</param>
    /// <param name="PoolHash">Hash of the pool.</param>
    /// <param name="Pool">Members of the pool when it was frozen.</param>
    /// <param name="Filters">The filter table.</param>
    /// <param name="FrozenAt">When it was frozen.</param>
    /// <param name="DrawnAt">When it was drawn; null before.</param>
    /// <param name="Inputs">The inputs; empty before the draw.</param>
    /// <param name="Seed">The seed; null before the draw.</param>
    /// <param name="Digest">What the audit log keeps of the record; null before the draw.</param>
    /// <param name="Counts">Where the drawn experts stand.</param>
    /// <param name="AnswerBy">Last day to answer; null before the draw.</param>
    /// <param name="ReleaseAt">When names are released.</param>
    /// <param name="Released">The drawn experts, in order; null while sealed.</param>
    /// <param name="Does">What the reader may do now.</param>
    public sealed record Result(
        ExpertDrawId Draw,
        string Plan,
        string EnglishPlan,
        DateOnly MeetingOn,
        int Round,
        string? Reason,
        ExpertDrawStatus Status,
        DrawPolicy Policy,
        string PolicyHash,
        string PoolHash,
        int Pool,
        IReadOnlyList<DrawLine> Filters,
        DateTimeOffset FrozenAt,
        DateTimeOffset? DrawnAt,
        IReadOnlyList<DrawInput> Inputs,
        string? Seed,
        string? Digest,
        SeatCounts Counts,
        DateOnly? AnswerBy,
        DateTimeOffset ReleaseAt,
        IReadOnlyList<Drawn>? Released,
        Acts Does);

    /// <param name="Confirmed">Members who have confirmed.</param>
    /// <param name="Invited">Members who have not answered.</param>
    /// <param name="Replaced">Who declined or did not answer.</param>
    /// <param name="Alternates">Alternates left.</param>
    public sealed record SeatCounts(int Confirmed, int Invited, int Replaced, int Alternates);

    /// <param name="Expert">Who.</param>
    /// <param name="Name">Name.</param>
    /// <param name="Employer">Where the person works; null if not known.</param>
    /// <param name="FromEnterprise">Nominated by an enterprise.</param>
    /// <param name="Status">Where the expert stands.</param>
    public sealed record Drawn(PersonId Expert, string Name, string? Employer, bool FromEnterprise, DrawSeatStatus Status);

    /// <param name="Hold">Give the inputs and hold the draw.</param>
    /// <param name="ReplaceUnanswered">Have the silent replaced.</param>
    /// <param name="Seat">Name the chairs and seat the committee.</param>
    /// <param name="Export">Take the record away.</param>
    public sealed record Acts(bool Hold, bool ReplaceUnanswered, bool Seat, bool Export);

    internal sealed class Handler(TitleDb db, ICurrentUser user, TimeProvider clock) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var witness = await db.DrawsWitnessedBy(user).AnyAsync(d => d.Id == query.Draw, ct);
            var draw = await (witness ? db.DrawsWitnessedBy(user) : db.DrawsOf(user)).AsNoTracking().FindDrawAsync(query.Draw, ct);
            var plan = await db.Plans.AsNoTracking().SingleAsync(p => p.Id == draw.Plan, ct);
            var (now, drawn) = (clock.GetUtcNow(), draw.Status == ExpertDrawStatus.Drawn);
            var released = draw.DrawnAt is not null && draw.IsReleased(now);
            return new Result(
                draw.Id, plan.Title, plan.EnglishTitle, draw.MeetingOn, draw.Round, draw.Reason, draw.Status,
                draw.Policy, draw.PolicyHash, draw.PoolHash,
                draw.Candidates.Count + draw.Exclusions.Sum(e => e.Enterprise + e.Other),
                DrawLine.Table(draw.Exclusions, draw.Candidates), draw.FrozenAt, draw.DrawnAt,
                draw.Inputs, draw.Seed, draw.DrawnAt is null ? null : DrawRecord.Of(draw).Digest,
                new SeatCounts(
                    draw.Confirmed, Count(draw, DrawSeatStatus.Invited),
                    Count(draw, DrawSeatStatus.Declined) + Count(draw, DrawSeatStatus.Unanswered), Count(draw, DrawSeatStatus.Waiting)),
                draw.AnswerBy, draw.ReleaseAt,
                released ? await NamesAsync(draw, ct) : null,
                new Acts(
                    witness && draw.Status == ExpertDrawStatus.Frozen,
                    !witness && drawn && Count(draw, DrawSeatStatus.Invited) > 0 && draw.CanReplaceUnanswered(now),
                    !witness && drawn && released && draw.Confirmed == draw.Policy.Size,
                    draw.DrawnAt is not null && (witness || released)));
        }

        private static int Count(ExpertDraw draw, DrawSeatStatus status) => draw.Seats.Count(s => s.Status == status);

        private async Task<IReadOnlyList<Drawn>> NamesAsync(ExpertDraw draw, CancellationToken ct)
        {
            var people = draw.Seats.Select(s => s.Expert).ToList();
            var named = await db.People.Where(p => people.Contains(p.Id))
                .Select(p => new
                {
                    p.Id,
                    p.Name,
                    Employer = db.Organisations.Where(o => o.Id == p.Employer).Select(o => o.Name).FirstOrDefault(),
                })
                .ToDictionaryAsync(p => p.Id, ct);
            var enterprise = draw.Candidates.Where(c => c.FromEnterprise).Select(c => c.Expert).ToHashSet();
            return
            [
                .. draw.Seats.OrderBy(s => s.Order).Select(s => new Drawn(
                    s.Expert, named[s.Expert].Name, named[s.Expert].Employer, enterprise.Contains(s.Expert), s.Status)),
            ];
        }
    }
}
