using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Declarations;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Engine.Documents;
using TitleWorkflow.Engine.State;
using TitleWorkflow.Persistence;
using TitleWorkflow.Persistence.Workflows;

namespace TitleWorkflow.Application.Workflows;

/// <summary>
/// Draws a flow as its designer placed it, and lists the same steps in words; with a case, marks its finished path and where
/// it stands.
/// </summary>
public static class GetFlowPicture
{
    /// <param name="DefinitionId">The flow's id.</param>
    /// <param name="Version">Number of the version; null for the case's own, else the one in force, else the newest.</param>
    /// <param name="Declaration">The case whose way is marked; null for none. Offices only: it tells where the case stands.</param>
    public sealed record Query(string DefinitionId, int? Version = null, DeclarationId? Declaration = null) : IRequest<Result>;

    /// <param name="Name">The version's name.</param>
    /// <param name="Version">Its number.</param>
    /// <param name="Steps">The boxes, in the order a case meets them.</param>
    /// <param name="Ways">The arrows.</param>
    /// <param name="Parts">The flows it uses as steps, in the order of those steps.</param>
    public sealed record Result(
        string Name, int Version, IReadOnlyList<Step> Steps, IReadOnlyList<Way> Ways, IReadOnlyList<Part> Parts);

    /// <param name="Step">The step that stands for it.</param>
    /// <param name="Picture">The flow behind the step.</param>
    public sealed record Part(string Step, Result Picture);

    /// <summary>What sort of step a box is.</summary>
    public enum StepKind
    {
        /// <summary>Where cases begin.</summary>
        Start,

        /// <summary>People do something.</summary>
        People,

        /// <summary>The product does something, or waits.</summary>
        Product,

        /// <summary>Where cases end.</summary>
        End,
    }

    /// <summary>How far the marked case is with a step.</summary>
    public enum StepState
    {
        /// <summary>No case is marked, or the case has not been here.</summary>
        Open,

        /// <summary>Left behind.</summary>
        Done,

        /// <summary>The case stands here.</summary>
        Now,

        /// <summary>It failed here, or something inside it did.</summary>
        Faulted,

        /// <summary>An administrator passed over it.</summary>
        Skipped,

        /// <summary>It was begun and called off.</summary>
        Cancelled,
    }

    /// <param name="Id">The step in its document.</param>
    /// <param name="Text">Its name, Chinese.</param>
    /// <param name="English">Its English name; null if the flow gives none.</param>
    /// <param name="Kind">What sort of step it is.</param>
    /// <param name="State">How far the marked case is with it.</param>
    /// <param name="Role">Role identifier of those who do it; null if the flow does not say.</param>
    /// <param name="WorkingDays">Time allowed; null for none.</param>
    /// <param name="Place">Where it is drawn.</param>
    /// <param name="Visits">When the marked case was here, oldest first; empty if no case is marked.</param>
    public sealed record Step(
        string Id,
        string Text,
        string? English,
        StepKind Kind,
        StepState State,
        string? Role,
        int? WorkingDays,
        FlowPlace Place,
        IReadOnlyList<Visit> Visits);

    /// <param name="From">The step it leaves.</param>
    /// <param name="To">The step it leads to.</param>
    /// <param name="Outcome">What it stands for; null where the step has only this way.</param>
    /// <param name="Taken">Whether the marked case went along it.</param>
    /// <param name="Points">Its bends, both ends included.</param>
    public sealed record Way(string From, string To, string? Outcome, bool Taken, IReadOnlyList<Point> Points);

    internal sealed class Handler(TitleDb db, DeclarationAccess access, FlowSketch sketch)
        : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var instance = query.Declaration is { } id ? await InstanceAsync(id, ct) : null;
            var versions = db.WorkflowVersions.AsNoTracking().Where(v => v.DefinitionId == query.DefinitionId);
            var version = await (query.Version is { } number ? versions.Where(v => v.Version == number)
                    : instance is not null ? versions.Where(v => v.Id == instance.VersionId)
                    : versions.OrderByDescending(v => v.IsPublished).ThenByDescending(v => v.Version))
                .FirstOrDefaultAsync(ct) ?? throw new NotFoundException();
            return await sketch.DrawAsync(
                version.Name, version.Version, WorkflowDocument.Parse(version.Json),
                instance is null ? null : await InstanceTrace.ReadAsync(db, instance.Id, WorkflowInstance.FromJson(instance.State), ct), ct);
        }

        // Where a case stands in the assessment is nobody's business but the offices'.
        private async Task<InstanceRow> InstanceAsync(DeclarationId declaration, CancellationToken ct) =>
            await access.SightOfAsync(declaration, ct) == Sight.Office
            && await db.WorkflowInstances.AsNoTracking().SingleOrDefaultAsync(i => i.Id == declaration.ToString(), ct) is { } row
                ? row
                : throw new NotFoundException();
    }
}
