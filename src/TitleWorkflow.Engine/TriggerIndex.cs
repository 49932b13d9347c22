using TitleWorkflow.Engine.Activities;
using TitleWorkflow.Engine.Documents;
using TitleWorkflow.Engine.Execution;
using TitleWorkflow.Engine.State;

namespace TitleWorkflow.Engine;

/// <summary>Finds the stimuli that start a definition version; to be asked when the version is published.</summary>
public static class TriggerIndex
{
    /// <summary>
    /// One record for each stimulus of each trigger marked with <c>canStartWorkflow</c>. Inputs that depend on an
    /// instance count as not given. Ask again after a trigger with a clock has fired: the record then holds its next moment.
    /// </summary>
    /// <exception cref="FormatException">A trigger cannot read its inputs, e.g. a cron expression.</exception>
    public static async ValueTask<IReadOnlyList<TriggerRecord>> ForAsync(
        StoredDefinition definition, ActivityCatalog catalog, TimeProvider clock, TimeZoneInfo? timeZone = null)
    {
        var document = WorkflowDocument.Parse(definition.Json);
        var workflow = WorkflowCompiler.Compile(definition, document, catalog, static _ => null);
        var records = new List<TriggerRecord>();

        foreach (var node in workflow.Nodes)
        {
            if (node.Activity is ITrigger trigger && node.Activity.CanStartWorkflow)
            {
                var context = new TriggerIndexingContext(node, clock, timeZone ?? TimeZoneInfo.Utc);
                var payloads = await trigger.PayloadsAsync(context);
                records.AddRange(payloads.Select(payload => Record(definition, node, payload)));
            }
        }

        return records;
    }

    private static TriggerRecord Record(StoredDefinition definition, CompiledNode node, object payload)
    {
        var name = StimulusHash.NameOf(payload) ?? node.Activity.Type;

        return new TriggerRecord(
            definition.DefinitionId,
            definition.VersionId,
            node.Id,
            name,
            StimulusHash.Compute(name, payload),
            StimulusHash.Payload(payload)?.ToJsonString(StateJson.Options),
            (payload as IDueStimulus)?.ResumeAt);
    }
}
