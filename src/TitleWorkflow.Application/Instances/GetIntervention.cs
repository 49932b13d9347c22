using MediatR;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Instances;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Instances;

/// <summary>Shows one request to intervene to who may decide on it or audits it.</summary>
public static class GetIntervention
{
    /// <param name="Intervention">The request.</param>
    public sealed record Query(InterventionId Intervention) : IRequest<ListInterventions.Row>;

    internal sealed class Handler(TitleDb db, ICurrentUser user) : IRequestHandler<Query, ListInterventions.Row>
    {
        public async Task<ListInterventions.Row> Handle(Query query, CancellationToken ct) =>
            (await db.ReadAsync(user, db.Interventions.Where(i => i.Id == query.Intervention), ct)).SingleOrDefault()
            ?? throw new NotFoundException();
    }
}
