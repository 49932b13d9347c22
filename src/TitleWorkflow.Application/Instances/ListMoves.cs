using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Instances;

/// <summary>Tells when each of some instances last moved: little to ask every second.</summary>
public static class ListMoves
{
    /// <param name="Instances">The instances; those that are not there are left out of the answer.</param>
    public sealed record Query(IReadOnlyCollection<string> Instances) : IRequest<IReadOnlyDictionary<string, DateTimeOffset>>;

    internal sealed class Handler(TitleDb db) : IRequestHandler<Query, IReadOnlyDictionary<string, DateTimeOffset>>
    {
        public async Task<IReadOnlyDictionary<string, DateTimeOffset>> Handle(Query query, CancellationToken ct) =>
            await db.WorkflowInstances.Where(i => query.Instances.Contains(i.Id)).Select(i => new { i.Id, i.UpdatedAt })
                .ToDictionaryAsync(i => i.Id, i => i.UpdatedAt, ct);
    }
}
