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

    /// <summary>What new cases take is not deleted.</summary>
    public static readonly Rule InForceStays = new(
        "workflows.in-force-stays", "The version in force cannot be deleted; publish another one first.", Source.Product);

    /// <summary>
    /// A case stays on its version for ever: without it a running one could not go on, and nobody could show the road of a
    /// finished one.
    /// </summary>
    public static readonly Rule CasesKeepTheirVersion = new(
        "workflows.version-in-use", "A case has run on this version, so it belongs to that case's archive.", Source.Product);
}
