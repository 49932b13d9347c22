namespace TitleWorkflow.Domain.WorkItems;

/// <summary>What is demanded of work on the inbox.</summary>
public static class WorkItemRules
{
    /// <summary>Done is done.</summary>
    public static readonly Rule StillOpen = new(
        "workitems.still-open", "This task has already been done or withdrawn.", Source.Product);

    /// <summary>A task claimed by somebody else is not free.</summary>
    public static readonly Rule NotClaimedByAnother = new(
        "workitems.not-claimed-by-another", "Somebody else has claimed this task.", Source.Product);

    /// <summary>Only what one has claimed can be put back.</summary>
    public static readonly Rule ClaimedByYou = new(
        "workitems.claimed-by-you", "Only the person who claimed the task can do this.", Source.Product);

    /// <summary>An outcome is one the flow offers.</summary>
    public static readonly Rule OutcomeOffered = new(
        "workitems.outcome-offered", "The flow does not offer this outcome.", Source.Product);

    /// <summary>Return and refusal say why.</summary>
    public static readonly Rule ReasonRequired = new(
        "workitems.reason-required", "This outcome needs a reason.", Source.Product);

    /// <summary>What a step asks for is answered.</summary>
    public static readonly Rule FieldsFilledIn = new(
        "workitems.fields-filled-in", "Fill in every field the step asks for, each as it says.", Source.Product);

    /// <summary>A transfer names a colleague who holds the role there.</summary>
    public static readonly Rule ColleagueHoldsRole = new(
        "workitems.colleague-holds-role",
        "A task can be passed only to somebody who holds its role at its office.",
        Source.Product);
}
