using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Engine.Activities;
using TitleWorkflow.Persistence;
using TitleWorkflow.Persistence.Workflows;

namespace TitleWorkflow.Application.Workflows.Drafts;

/// <summary>One state of a flow as a designer sees it: an immutable version, or the draft that is being worked on.</summary>
/// <param name="VersionId">Its id.</param>
/// <param name="DefinitionId">The flow's id, equal for all its states.</param>
/// <param name="Number">The version's number; a draft's is the one it would get.</param>
/// <param name="Name">Name.</param>
/// <param name="Json">The document.</param>
/// <param name="At">When it was stored.</param>
/// <param name="IsLatest">Whether nothing newer exists.</param>
/// <param name="IsInForce">Whether new cases take it.</param>
/// <param name="IsDraft">Whether it is the draft.</param>
/// <param name="Token">What a save must name as its base; equal for all states of one flow until somebody saves.</param>
public sealed record FlowDesign(
    string VersionId,
    string DefinitionId,
    int Number,
    string Name,
    string Json,
    DateTimeOffset At,
    bool IsLatest,
    bool IsInForce,
    bool IsDraft,
    string Token)
{
    /// <summary>The types its steps may have; null where it is listed and not shown.</summary>
    public ActivityCatalog? Steps { get; init; }
}

/// <summary>Reads the states of flows, drafts included.</summary>
internal sealed class FlowDesigns(TitleDb db)
{
    // No version id ends like this: they end with eight hexadecimal digits.
    private const string DraftMark = "~draft";

    /// <summary>Whether somebody may draw, save, submit and throw away.</summary>
    public static bool MayDraw(ICurrentUser user) => user.Has(Role.ProcessDesigner) || user.Has(Role.Administrator);

    /// <summary>The flow a draft's id belongs to; null for an id of anything else.</summary>
    public static string? OfDraft(string versionId) =>
        versionId.EndsWith(DraftMark, StringComparison.Ordinal) ? versionId[..^DraftMark.Length] : null;

    /// <summary>All states of a flow, newest first; empty if there is no such flow.</summary>
    public async Task<IReadOnlyList<FlowDesign>> OfAsync(string definitionId, CancellationToken ct)
    {
        var versions = await db.WorkflowVersions.AsNoTracking().Where(v => v.DefinitionId == definitionId).ToListAsync(ct);
        var draft = await db.FlowDrafts.AsNoTracking().SingleOrDefaultAsync(d => d.DefinitionId == definitionId && d.IsOpen, ct);
        return States(versions, draft);
    }

    /// <summary>All states of all flows; those of a flow newest first.</summary>
    public async Task<IReadOnlyList<FlowDesign>> AllAsync(CancellationToken ct)
    {
        var drafts = await db.FlowDrafts.AsNoTracking().Where(d => d.IsOpen).ToDictionaryAsync(d => d.DefinitionId, ct);
        var versions = (await db.WorkflowVersions.AsNoTracking().ToListAsync(ct)).ToLookup(v => v.DefinitionId);
        return
        [
            .. versions.Select(flow => flow.Key).Union(drafts.Keys).Order(StringComparer.Ordinal)
                .SelectMany(id => States([.. versions[id]], drafts.GetValueOrDefault(id))),
        ];
    }

    /// <summary>The draft being worked on, tracked; null if nobody works on the flow.</summary>
    public Task<FlowDraft?> OpenDraftAsync(string definitionId, CancellationToken ct) =>
        db.FlowDrafts.SingleOrDefaultAsync(d => d.DefinitionId == definitionId && d.IsOpen, ct);

    /// <summary>The number the next version of a flow gets.</summary>
    public async Task<int> NextNumberAsync(string definitionId, CancellationToken ct) =>
        (await db.WorkflowVersions.Where(v => v.DefinitionId == definitionId).MaxAsync(v => (int?)v.Version, ct) ?? 0) + 1;

    /// <summary>Stores a save as the draft; the one before it stays in the history.</summary>
    public async Task<FlowDraft> SaveAsync(string definitionId, string name, string json, Guid by, DateTimeOffset at, CancellationToken ct)
    {
        if (await OpenDraftAsync(definitionId, ct) is { } before)
        {
            before.IsOpen = false;
        }

        var last = await db.FlowDrafts.Where(d => d.DefinitionId == definitionId).MaxAsync(d => (int?)d.Revision, ct) ?? 0;
        var draft = new FlowDraft
        {
            DefinitionId = definitionId,
            Revision = last + 1,
            Name = name,
            Json = json,
            SavedAt = at,
            SavedBy = by,
            IsOpen = true,
        };
        db.FlowDrafts.Add(draft);
        return draft;
    }

    /// <summary>What a save that follows this one must name.</summary>
    public static string TokenOf(FlowDraft draft) => $"draft-{draft.Revision}";

    private static List<FlowDesign> States(IReadOnlyList<WorkflowVersion> versions, FlowDraft? draft)
    {
        var last = versions.Select(v => v.Version).DefaultIfEmpty(0).Max();
        var token = draft is null ? $"version-{last}" : TokenOf(draft);
        var states = versions.OrderByDescending(v => v.Version).Select(v => new FlowDesign(
            v.Id, v.DefinitionId, v.Version, v.Name, v.Json, v.CreatedAt, draft is null && v.Version == last, v.IsPublished, false, token));
        return draft is null
            ? [.. states]
            :
            [
                new FlowDesign(
                    draft.DefinitionId + DraftMark, draft.DefinitionId, last + 1, draft.Name, draft.Json, draft.SavedAt, true, false, true, token),
                .. states,
            ];
    }
}
