using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Experts;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Experts;

/// <summary>Lists the draws of one's committees, or those one witnesses, and the plans a draw may be frozen for.</summary>
public static class ListDraws
{
    public sealed record Query : IRequest<Result>;

    /// <param name="Items">The latest meeting first.</param>
    /// <param name="Plans">Plans the user's office may freeze a draw for; empty for a supervisor.</param>
    public sealed record Result(IReadOnlyList<Row> Items, IReadOnlyList<PlanLine> Plans);

    /// <param name="Draw">The draw.</param>
    /// <param name="Plan">The plan's Chinese title.</param>
    /// <param name="EnglishPlan">The plan's English title.</param>
    /// <param name="MeetingOn">Day of the meeting.</param>
    /// <param name="Round">Round, from 1.</param>
    /// <param name="Status">How far it has come.</param>
    /// <param name="Size">Members, N.</param>
    /// <param name="Confirmed">Members who have confirmed.</param>
    public sealed record Row(
        ExpertDrawId Draw, string Plan, string EnglishPlan, DateOnly MeetingOn, int Round, ExpertDrawStatus Status, int Size, int Confirmed);

    /// <param name="Plan">The plan.</param>
    /// <param name="Title">Chinese title.</param>
    /// <param name="EnglishTitle">English title.</param>
    /// <param name="Draws">How many rounds it has seen.</param>
    public sealed record PlanLine(PlanId Plan, string Title, string EnglishTitle, int Draws);

    internal sealed class Handler(TitleDb db, ICurrentUser user) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var offices = user.OfficesOf(Role.CommitteeOffice);
            var rows = await (user.Has(Role.Supervisor) ? db.DrawsWitnessedBy(user) : db.DrawsOf(user)).AsNoTracking()
                .Join(db.Plans, d => d.Plan, p => p.Id, (d, p) => new
                {
                    d.Id,
                    p.Title,
                    p.EnglishTitle,
                    d.MeetingOn,
                    d.Round,
                    d.Status,
                    d.Policy,
                    Confirmed = d.Seats.Count(s => s.Status == DrawSeatStatus.Confirmed),
                })
                .OrderByDescending(d => d.MeetingOn).ThenByDescending(d => d.Round).ToListAsync(ct);
            var plans = await db.Plans.Where(p => offices.Contains(p.Committee)).OrderBy(p => p.Title)
                .Select(p => new PlanLine(p.Id, p.Title, p.EnglishTitle, db.ExpertDraws.Count(d => d.Plan == p.Id))).ToListAsync(ct);
            return new Result(
                [
                    .. rows.Select(r => new Row(
                        r.Id, r.Title, r.EnglishTitle, r.MeetingOn, r.Round, r.Status, r.Policy.Size, r.Confirmed)),
                ],
                plans);
        }
    }
}
