namespace TitleWorkflow.Domain.Plans;

/// <summary>What is demanded of annual plans and of deciding on them.</summary>
public static class PlanRules
{
    /// <summary>No review outside the committee's authorisation.</summary>
    public static readonly Rule WithinAuthorization = new(
        "plans.within-authorization",
        "Window and meeting month lie within the committee's authorisation.",
        Source.Provisions(8));

    /// <summary>A committee reviews no higher than it is authorised to.</summary>
    public static readonly Rule WithinLevel = new(
        "plans.within-level", "The level lies above the one the committee is authorised for.", Source.Provisions(8));

    /// <summary>A window that can be used.</summary>
    public static readonly Rule Window = new(
        "plans.window", "The window opens before it closes, and the committee meets after it has opened.", Source.Product);

    /// <summary>A plan rests on rules in force.</summary>
    public static readonly Rule PublishedRules = new(
        "plans.published-rules", "A plan rests on a published rule set.", Source.Product);

    /// <summary>Each channel has rules of its own, and they say which titles it leads to.</summary>
    public static readonly Rule RulesOfChannel = new(
        "plans.rules-of-channel",
        "The rule set is another channel's, or this channel does not lead to this title there.",
        Source.RuleSet);

    /// <summary>Own review power is what its authorisation says, and nobody else's.</summary>
    public static readonly Rule ByItsPower = new(
        "plans.by-its-power",
        "Autonomous and association review are for those authorised to it, and they review by nothing else.",
        Source.Provisions(8));

    /// <summary>One plan of a committee a year for a level.</summary>
    public static readonly Rule OneAYear = new(
        "plans.one-a-year", "The committee has a plan for this year, channel and level.", Source.RuleSet);

    /// <summary>Who applies knows the terms from the first day on.</summary>
    public static readonly Rule BeforeItOpens = new(
        "plans.before-it-opens", "An approved plan is changed only before its window opens.", Source.Product);

    /// <summary>A decision is about what waits for one.</summary>
    public static readonly Rule Proposed = new(
        "plans.proposed", "The plan does not wait for approval.", Source.Product);

    /// <summary>Four eyes: who proposes does not approve.</summary>
    public static readonly Rule SecondOfficer = new(
        "plans.second-officer", "Somebody else than the person who proposed a plan approves it.", Source.Product);

    /// <summary>An approval is for what the approver has read.</summary>
    public static readonly Rule SeenAsItIs = new(
        "plans.seen-as-it-is", "The plan was changed since the approver opened it.", Source.Product);

    /// <summary>An office told no must know why.</summary>
    public static readonly Rule ReturnNeedsReason = new(
        "plans.return-needs-reason", "A plan is sent back with a reason.", Source.Product);
}
