using System.Text.Json.Nodes;

namespace TitleWorkflow.Engine.Documents;

/// <summary>How instances of a definition start and fail, and whether others may embed it.</summary>
/// <param name="Activation">When a new instance may start.</param>
/// <param name="IncidentStrategy">What a fault does; null leaves it to the host.</param>
/// <param name="UsableAsActivity">Whether other workflows may use this one as an activity.</param>
/// <param name="AutoUpdateConsumingWorkflows">Whether those that do take its published version rather than a pinned
/// one.</param>
/// <param name="ActivityCategory">Its group in the designer's toolbox.</param>
/// <param name="CommitStrategyName">Kept; this engine commits at the end of each burst.</param>
public sealed record WorkflowOptions(
    ActivationStrategy Activation,
    IncidentStrategy? IncidentStrategy,
    bool UsableAsActivity,
    bool AutoUpdateConsumingWorkflows,
    string? ActivityCategory,
    string? CommitStrategyName)
{
    internal static WorkflowOptions Read(JsonObject document)
    {
        var options = document["options"] as JsonObject ?? [];

        return new WorkflowOptions(
            ReadActivation(TypeNames.Simple(options["activationStrategyType"].AsText())),
            ReadIncidents(TypeNames.Simple(options["incidentStrategyType"].AsText())),
            options["usableAsActivity"].AsBoolean() ?? document["usableAsActivity"].AsBoolean() ?? false,
            options["autoUpdateConsumingWorkflows"].AsBoolean() ?? false,
            options["activityCategory"].AsText(),
            options["commitStrategyName"].AsText());
    }

    private static ActivationStrategy ReadActivation(string? name) => name switch
    {
        "SingletonStrategy" or "Singleton" => ActivationStrategy.Singleton,
        "CorrelationStrategy" or "Correlation" => ActivationStrategy.Correlation,
        "CorrelatedSingletonStrategy" or "CorrelatedSingleton" => ActivationStrategy.CorrelatedSingleton,
        _ => ActivationStrategy.AllowAlways,
    };

    private static IncidentStrategy? ReadIncidents(string? name) => name switch
    {
        "FaultStrategy" or "Fault" => Engine.IncidentStrategy.Fault,
        "ContinueWithIncidentsStrategy" or "ContinueWithIncidents" => Engine.IncidentStrategy.ContinueWithIncidents,
        _ => null,
    };
}

/// <summary>When a new instance may start.</summary>
public enum ActivationStrategy
{
    /// <summary>At any time.</summary>
    AllowAlways,

    /// <summary>If no instance of the definition runs.</summary>
    Singleton,

    /// <summary>If no instance of any definition runs with the same correlation id.</summary>
    Correlation,

    /// <summary>If no instance of the definition runs with the same correlation id.</summary>
    CorrelatedSingleton,
}
