using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Experts;

/// <summary>Lists the organising units that keep an expert pool, for those who nominate.</summary>
public static class ListPools
{
    public sealed record Query : IRequest<Result>;

    /// <param name="Items">By name, those of enterprises that review their own staff last.</param>
    public sealed record Result(IReadOnlyList<Row> Items);

    /// <param name="Unit">The unit.</param>
    /// <param name="Name">Chinese name.</param>
    /// <param name="EnglishName">Name on English pages; null where there is none.</param>
    public sealed record Row(OrganisationId Unit, string Name, string? EnglishName);

    internal sealed class Handler(TitleDb db) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct) => new(await db.Organisations
            .Where(o => db.Committees.Any(c => c.OrganisingUnit == o.Id))
            .OrderBy(o => o.Kind == OrganisationKind.Enterprise).ThenBy(o => o.Name).Select(o => new Row(o.Id, o.Name, o.EnglishName)).ToListAsync(ct));
    }
}
