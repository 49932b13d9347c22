using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Engine.State;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Instances;

/// <summary>
/// Lists the running cases of a flow that are on other versions than a target, each with the step it would go on at there;
/// nothing is changed.
/// </summary>
public static class ListMovableCases
{
    /// <summary>Most cases of one list: they are tried one by one, and a person reads them before they are moved.</summary>
    public const int Most = 50;

    /// <param name="DefinitionId">The flow's id.</param>
    /// <param name="Target">Number of the version to go on in; null for the one in force.</param>
    public sealed record Query(string DefinitionId, int? Target = null) : IRequest<Result>;

    /// <param name="TargetId">The version to go on in.</param>
    /// <param name="Target">Its number.</param>
    /// <param name="Cases">The oldest first.</param>
    /// <param name="HasMore">Whether there are more than are listed.</param>
    public sealed record Result(string TargetId, int Target, IReadOnlyList<Case> Cases, bool HasMore);

    /// <param name="Instance">The instance.</param>
    /// <param name="Number">The declaration's number; null for an instance without a case.</param>
    /// <param name="Version">Number of the version it runs on.</param>
    /// <param name="Preview">What becomes of it.</param>
    public sealed record Case(string Instance, string? Number, int Version, PreviewMigration.Result Preview);

    internal sealed class Handler(TitleDb db, ISender sender) : IRequestHandler<Query, Result>
    {
        private static readonly Dictionary<string, string> Unmapped = [];

        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var approved = db.WorkflowVersions.AsNoTracking()
                .Where(v => v.DefinitionId == query.DefinitionId && v.PublishedAt != null);
            var target = await (query.Target is { } number ? approved.Where(v => v.Version == number) : approved.Where(v => v.IsPublished))
                .FirstOrDefaultAsync(ct) ?? throw new NotFoundException();
            var running = await (
                from i in db.WorkflowInstances
                join v in db.WorkflowVersions on i.VersionId equals v.Id
                where i.DefinitionId == query.DefinitionId && i.VersionId != target.Id && i.Status == nameof(WorkflowStatus.Running)
                orderby i.CreatedAt, i.Id
                select new
                {
                    i.Id,
                    v.Version,
                    Number = db.Declarations.Where(d => d.Id == i.Declaration).Select(d => d.Number).FirstOrDefault(),
                }).Take(Most + 1).ToListAsync(ct);
            var cases = new List<Case>();
            foreach (var i in running.Take(Most))
            {
                cases.Add(new Case(
                    i.Id, i.Number, i.Version, await sender.Send(new PreviewMigration.Query(i.Id, target.Id, Unmapped), ct)));
            }

            return new Result(target.Id, target.Version, cases, running.Count > Most);
        }
    }
}
