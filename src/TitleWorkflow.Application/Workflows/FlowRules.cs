using TitleWorkflow.Domain;

namespace TitleWorkflow.Application.Workflows;

/// <summary>What is demanded of changing a flow.</summary>
public static class FlowRules
{
    /// <summary>Four eyes: who stored a version does not put it into force.</summary>
    public static readonly Rule SecondPerson = new(
        "workflows.second-person", "Somebody else than the person who stored a version must approve it.", Source.Product);

    /// <summary>What is in force needs no approval.</summary>
    public static readonly Rule NotInForce = new(
        "workflows.not-in-force", "This version is in force already.", Source.Product);
}
