using TitleWorkflow.Engine.Activities;
using TitleWorkflow.Engine.Documents;

namespace TitleWorkflow.Engine.Trials;

/// <summary>The activity types of a trial: the engine's own, and stand-ins for all others.</summary>
internal static class StandIns
{
    public static ActivityCatalog CatalogFor(Trial trial)
    {
        var workflows = trial.Others.Append(trial.Definition).ToList();
        var known = ActivityCatalog.FromAssemblies().With(workflows
            .Where(definition => WorkflowDocument.Parse(definition.Json).Options.UsableAsActivity)
            .Select(WorkflowActivity.Describe));
        var foreign = workflows
            .SelectMany(definition => WorkflowDocument.Parse(definition.Json).Nodes)
            .Where(node => known.Find(node.Type) is null && WorkflowActivity.Reference(known, node) is null)
            .Select(node => node.Type)
            .Distinct(StringComparer.Ordinal);

        return known.With(foreign.Select(type => For(type, trial.Catalog.Find(type))));
    }

    private static ActivityDescriptor For(string type, ActivityDescriptor? real)
    {
        var isStep = real is not null && real.Create().CompletesItself;
        var standIn = ActivityReflection.Describe(isStep ? typeof(StandInStep) : typeof(StandIn));

        return real is null
            ? standIn with { TypeName = type }
            : real with { ClrType = standIn.ClrType, Create = standIn.Create };
    }
}
