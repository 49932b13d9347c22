using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Experts;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Experts;

/// <summary>Shows everybody the candidates for expert pools who are posted today (候选人公示); a name is gone with its window.</summary>
public static class ListCandidates
{
    public sealed record Query : IRequest<Result>;

    /// <param name="Items">By unit and name.</param>
    public sealed record Result(IReadOnlyList<Row> Items);

    /// <param name="Name">Name.</param>
    /// <param name="Employer">Where the person works; null if not known.</param>
    /// <param name="Unit">The unit whose pool it is.</param>
    /// <param name="UnitPhone">Where objections are taken; null if not published.</param>
    /// <param name="Series">Series.</param>
    /// <param name="Specialty">Specialty.</param>
    /// <param name="Level">Level of the person's title.</param>
    /// <param name="PostedOn">Day of posting.</param>
    /// <param name="PostedTo">Last day, till 24:00.</param>
    public sealed record Row(
        string Name,
        string? Employer,
        string Unit,
        string? UnitPhone,
        TitleSeries Series,
        string Specialty,
        TitleLevel Level,
        DateOnly PostedOn,
        DateOnly PostedTo);

    internal sealed class Handler(TitleDb db, TimeProvider clock) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var today = clock.Today();
            var posted = await db.Experts.AsNoTracking()
                .Where(e => e.State == ExpertState.InPublicity && e.PostedTo >= today)
                .Join(db.People, e => e.Person, p => p.Id, (e, p) => new { Expert = e, p.Name, p.Employer })
                .Join(db.Organisations, e => e.Expert.Unit, o => o.Id, (e, unit) => new
                {
                    e.Expert,
                    e.Name,
                    Employer = db.Organisations.Where(o => o.Id == e.Employer).Select(o => o.Name).FirstOrDefault(),
                    Unit = unit.Name,
                    unit.Phone,
                })
                .OrderBy(e => e.Unit).ThenBy(e => e.Name).ToListAsync(ct);
            return new Result(
            [
                .. posted.Select(e => new Row(
                    e.Name, e.Employer, e.Unit, e.Phone, e.Expert.Series, e.Expert.Specialty, e.Expert.Level,
                    e.Expert.PostedOn!.Value, e.Expert.PostedTo!.Value)),
            ]);
        }
    }
}
