namespace TitleWorkflow.Domain.Assessments.Defences;

/// <summary>What a schedule of oral defences (答辩) demands.</summary>
public static class DefenceRules
{
    /// <summary>Whoever is heard is being read by a group, and is on no other schedule.</summary>
    public static readonly Rule Waiting = new(
        "assessments.defence-waiting",
        "Only a dossier that is with its readers, and on no other schedule of defences, can be scheduled.",
        Source.Product);

    /// <summary>There is a place for everybody.</summary>
    public static readonly Rule Possible = new(
        "assessments.defence-possible",
        "The rooms and hours do not suffice for these candidates and their readers.",
        Source.Product);

    /// <summary>Readers are in one room at a time, and a room hears one candidate.</summary>
    public static readonly Rule PanelFree = new(
        "assessments.defence-panel-free",
        "A reader cannot be in two rooms at once, and a room hears one candidate at a time.",
        Source.Product);

    /// <summary>A defence takes place in a room and at a time of its schedule.</summary>
    public static readonly Rule OnTheDay = new(
        "assessments.defence-on-the-day", "A defence is moved to a room and a time of its own schedule.", Source.Product);

    /// <summary>A move by hand has a reason.</summary>
    public static readonly Rule MoveReasoned = new(
        "assessments.defence-move-reasoned", "Moving a defence needs a reason.", Source.Product);

    /// <summary>Applicants learn of their defence in time.</summary>
    public static readonly Rule Notice = new(
        "assessments.defence-notice",
        "Applicants are told of their defence at least as many working days before as the rule set says.",
        Source.RuleSet);

    /// <summary>A schedule is published once, and stays then.</summary>
    public static readonly Rule Unpublished = new(
        "assessments.defence-unpublished", "A published schedule is neither published again nor dropped.", Source.Product);

    /// <summary>What is recorded has taken place.</summary>
    public static readonly Rule Begun = new(
        "assessments.defence-begun", "A defence is recorded when it was published and its time has come.", Source.Product);

    /// <summary>A record stays as it is.</summary>
    public static readonly Rule NotRecorded = new(
        "assessments.defence-not-recorded", "The defence has been recorded; it is neither moved nor recorded again.", Source.Product);

    /// <summary>A score is for who came.</summary>
    public static readonly Rule ScoreOfAttended = new(
        "assessments.defence-score-of-attended",
        "A score from 0 to 100 or an opinion is recorded only of an applicant who came; it is a reference and no part of the vote.",
        Source.Product);
}
