using TitleWorkflow.Domain;

namespace TitleWorkflow.Application.Instances;

/// <summary>What is demanded of operating a flow instance.</summary>
public static class InstanceRules
{
    /// <summary>Only what has failed is executed again.</summary>
    public static readonly Rule IncidentOpen = new(
        "instances.incident-open", "There is no open incident of that kind on this flow.", Source.Product);

    /// <summary>Only what has begun and not ended is skipped.</summary>
    public static readonly Rule StepOpen = new(
        "instances.step-open", "This step has ended meanwhile.", Source.Product);

    /// <summary>A flow goes on along a connection that is drawn.</summary>
    public static readonly Rule OutcomeDrawn = new(
        "instances.outcome-drawn", "Choose one of the outcomes the step has.", Source.Product);

    /// <summary>What has ended is not changed.</summary>
    public static readonly Rule NotOver = new(
        "instances.not-over", "This flow has ended.", Source.Product);

    /// <summary>Nobody changes blindly.</summary>
    public static readonly Rule ValueReadable = new(
        "instances.value-readable", "A value that operators may not read cannot be changed by them.", Source.Product);

    /// <summary>A variable keeps its type.</summary>
    public static readonly Rule ValueFits = new(
        "instances.value-fits", "There is no such variable, or the value does not fit its type.", Source.Product);

    /// <summary>A migration goes to what has passed a second pair of eyes.</summary>
    public static readonly Rule TargetApproved = new(
        "instances.target-approved", "A flow is migrated only to another version of it that was approved.", Source.Product);

    /// <summary>No open step is lost.</summary>
    public static readonly Rule StepsFound = new(
        "instances.steps-found",
        "Every open step must have its place in the target version, under the same id or mapped to a step of the same kind.",
        Source.Product);

    /// <summary>What is done is what was previewed.</summary>
    public static readonly Rule PreviewCurrent = new(
        "instances.preview-current", "The flow has moved since the migration was previewed.", Source.Product);

    /// <summary>Taking back repeats no step and leaves none out.</summary>
    public static readonly Rule NothingMoved = new(
        "instances.nothing-moved",
        "A migration is taken back only while the flow stands where the migration has put it.",
        Source.Product);
}
