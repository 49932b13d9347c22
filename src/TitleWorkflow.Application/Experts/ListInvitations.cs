using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Experts;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Experts;

/// <summary>Shows an expert the meetings they were drawn for, to confirm or decline; never who else was drawn.</summary>
public static class ListInvitations
{
    public sealed record Query : IRequest<Result>;

    /// <param name="Items">The next meeting first.</param>
    /// <param name="IsMember">Whether one is in a pool, or on the way into one.</param>
    public sealed record Result(IReadOnlyList<Row> Items, bool IsMember);

    /// <param name="Draw">The draw.</param>
    /// <param name="MeetingOn">Day of the meeting.</param>
    /// <param name="AnswerBy">Last day to answer, till 24:00.</param>
    /// <param name="Status">What the expert has answered.</param>
    /// <param name="IsOpen">Whether the answer may still be given or changed.</param>
    public sealed record Row(ExpertDrawId Draw, DateOnly MeetingOn, DateOnly AnswerBy, DrawSeatStatus Status, bool IsOpen);

    internal sealed class Handler(TitleDb db, ICurrentUser user) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct) => new(await db.DrawSeats
            .Where(s => s.Expert == user.Person && s.Status != DrawSeatStatus.Waiting)
            .Join(db.ExpertDraws, s => s.Draw, d => d.Id, (s, d) => new { s.Status, Draw = d })
            .OrderBy(s => s.Draw.MeetingOn)
            .Select(s => new Row(
                s.Draw.Id, s.Draw.MeetingOn, s.Draw.AnswerBy!.Value, s.Status,
                s.Draw.Status == ExpertDrawStatus.Drawn
                    && (s.Status == DrawSeatStatus.Invited || s.Status == DrawSeatStatus.Confirmed)))
            .ToListAsync(ct),
            await db.Experts.AnyAsync(e => e.Person == user.Person, ct));
    }
}
