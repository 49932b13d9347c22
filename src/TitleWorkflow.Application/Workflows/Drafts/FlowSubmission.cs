using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Workflows.Guards;
using TitleWorkflow.Engine;
using TitleWorkflow.Engine.Documents;
using TitleWorkflow.Persistence;
using TitleWorkflow.Persistence.Workflows;

namespace TitleWorkflow.Application.Workflows.Drafts;

/// <summary>Turns a draft into a version that awaits a second person.</summary>
internal sealed class FlowSubmission(
    TitleDb db, FlowDesigns designs, StepTypes types, ConsumingFlows consumers, TimeProvider clock, CommandJournal journal)
{
    /// <summary>What forbids submitting; a warning does not.</summary>
    public async Task<IReadOnlyList<DocumentError>> CheckAsync(FlowDraft draft, CancellationToken ct)
    {
        var drawn = WorkflowDocument.Parse(draft.Json);
        var next = new StoredDefinition(drawn.Id ?? "", draft.DefinitionId, await designs.NextNumberAsync(draft.DefinitionId, ct), draft.Json);
        return [.. FlowInspection.Errors(drawn, await types.AllAsync(ct)), .. await consumers.BrokenByAsync(next, ct)];
    }

    /// <summary>Stores the draft as the next version, by whoever saved it last, and closes it.</summary>
    /// <returns>The version's number.</returns>
    public async Task<int> SubmitAsync(FlowDraft draft, CancellationToken ct)
    {
        var number = await designs.NextNumberAsync(draft.DefinitionId, ct);
        var now = clock.GetUtcNow();
        var drawn = WorkflowDocument.Parse(draft.Json);
        var hash = drawn.ContentHash();
        var id = FlowVersionId.Of(draft.DefinitionId, number, hash);
        db.WorkflowVersions.Add(new WorkflowVersion
        {
            Id = id,
            DefinitionId = draft.DefinitionId,
            Version = number,
            Name = draft.Name,
            Json = drawn.WithIdentity(id, draft.DefinitionId, number, isLatest: true, isPublished: false, now).ToJson(indented: true),
            ContentHash = hash,
            CreatedAt = now,
            CreatedBy = draft.SavedBy,
        });
        draft.IsOpen = false;
        journal.Detail = $"{draft.DefinitionId}: {FlowDesigns.TokenOf(draft)} → {number}";
        return number;
    }
}
