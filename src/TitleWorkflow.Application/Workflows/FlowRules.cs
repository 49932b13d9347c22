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

    /// <summary>Two designers do not overwrite each other: a save names the save it is based on.</summary>
    public static readonly Rule DraftUnchanged = new(
        "workflows.draft-changed", "Somebody has changed this flow meanwhile; load it again.", Source.Product);

    /// <summary>A designer that could not show a step must not delete it by saving the rest.</summary>
    public static readonly Rule StepsStay = new(
        "workflows.steps-lost", "This save would delete steps; it must say that this is meant.", Source.Product);

    /// <summary>Other shapes run where a file brings them, but the designer cannot draw them.</summary>
    public static readonly Rule FlowchartOnly = new(
        "workflows.flowchart-only", "Only a flowchart can be drawn here.", Source.Product);

    /// <summary>Nothing can be submitted or thrown away where nobody has saved anything.</summary>
    public static readonly Rule DraftNeeded = new(
        "workflows.no-draft", "This flow has no draft.", Source.Product);

    /// <summary>Only what awaits approval is taken back; what is in force stays until another version takes its place.</summary>
    public static readonly Rule AwaitsApproval = new(
        "workflows.nothing-awaits", "No version of this flow awaits approval.", Source.Product);

    /// <summary>Cases begin with a declaration and end by an intervention of two; the drawing board does neither.</summary>
    public static readonly Rule NotAtTheDrawingBoard = new(
        "workflows.not-at-drawing-board", "Cases are not started, ended or deleted from the drawing board.", Source.Product);

    /// <summary>What is worked on already need not be gone back to.</summary>
    public static readonly Rule IsTheDraft = new(
        "workflows.is-the-draft", "That save is the present draft.", Source.Product);

    /// <summary>A flow that relies on what the flows around it have done before leads no case by itself.</summary>
    public static readonly Rule StandsAlone = new(
        "workflows.stands-alone", "This flow is only a step of others and leads no case by itself.", Source.Product);
}
