namespace TitleWorkflow.Domain.RuleSets;

/// <summary>What is demanded of rule sets and of changing them.</summary>
public static class RuleSetRules
{
    /// <summary>No region may go below the national floor.</summary>
    public static readonly Rule WithinFloor = new(
        "rulesets.within-floor", "A rule set's value lies outside what national rules allow.", Source.Provisions(5));

    /// <summary>What has been published never changes; cases rest on it.</summary>
    public static readonly Rule DraftOnly = new(
        "rulesets.draft-only", "Only a draft can be changed or approved; a published version never changes.", Source.Product);

    /// <summary>A condition says what it asks, in both languages, in figures that mean something.</summary>
    public static readonly Rule ConditionSound = new(
        "rulesets.condition-sound", "A condition has a name in both languages and thresholds that can be reached.", Source.Product);

    /// <summary>Four eyes: who wrote a draft does not put it into force.</summary>
    public static readonly Rule SecondPerson = new(
        "rulesets.second-person", "Somebody else than the person who wrote a draft must approve it.", Source.Product);

    /// <summary>Nothing takes effect backwards.</summary>
    public static readonly Rule NotBackwards = new(
        "rulesets.not-backwards", "A version cannot take effect before the day it is approved.", Source.Product);

    /// <summary>One draft of a set at a time, so that two changes do not overwrite each other.</summary>
    public static readonly Rule OneDraft = new(
        "rulesets.one-draft", "This rule set has a draft already.", Source.Product);

    /// <summary>An approval is for what the approver has read.</summary>
    public static readonly Rule SeenAsItIs = new(
        "rulesets.seen-as-it-is", "The draft was changed since the approver opened it.", Source.Product);
}
