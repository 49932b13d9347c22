using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Committees;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Committees;

/// <summary>Shows the committees one works for, set up, or audits (评委会).</summary>
public static class ListCommittees
{
    public sealed record Query : IRequest<Result>;

    /// <param name="Items">By name.</param>
    public sealed record Result(IReadOnlyList<Row> Items);

    /// <param name="Committee">The committee.</param>
    /// <param name="Name">Chinese name.</param>
    /// <param name="EnglishName">Name on English pages; null where there is none.</param>
    /// <param name="Series">Series.</param>
    /// <param name="Specialty">Specialty, Chinese.</param>
    /// <param name="Level">Highest level it reviews.</param>
    /// <param name="Size">Members that count and vote, N.</param>
    /// <param name="Alternates">Alternates.</param>
    /// <param name="Authorization">Its authorisation.</param>
    /// <param name="IsAuthorized">Whether the authorisation covers today.</param>
    public sealed record Row(
        OrganisationId Committee,
        string Name,
        string? EnglishName,
        TitleSeries Series,
        string Specialty,
        TitleLevel Level,
        int Size,
        int Alternates,
        CommitteeAuthorization Authorization,
        bool IsAuthorized);

    internal sealed class Handler(TitleDb db, ICurrentUser user, TimeProvider clock) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var rows = await db.CommitteesOf(user).AsNoTracking()
                .Join(db.Organisations, c => c.Id, o => o.Id, (c, o) => new { Committee = c, o.Name, o.EnglishName })
                .OrderBy(r => r.Name)
                .ToListAsync(ct);
            var today = clock.Today();
            return new Result(
            [
                .. rows.Select(r => new Row(
                    r.Committee.Id, r.Name, r.EnglishName, r.Committee.Series, r.Committee.Specialty, r.Committee.Level,
                    r.Committee.Size, r.Committee.Seats.Count - r.Committee.Size,
                    r.Committee.Authorization, r.Committee.TakesOnAt(today))),
            ]);
        }
    }
}
