namespace TitleWorkflow.Domain.Declarations;

/// <summary>What is decided anew for every plan (年度评审计划): who may apply when, under which rules, at what price.</summary>
/// <param name="Title">Chinese title.</param>
/// <param name="EnglishTitle">English title.</param>
/// <param name="OpensOn">First day of the submission window.</param>
/// <param name="ClosesOn">Last day of the window, till 24:00.</param>
/// <param name="MeetingMonth">First day of the month the committee meets in.</param>
/// <param name="RuleSet">The rule set version its cases stay under.</param>
/// <param name="PassRateCap">Most that may pass, whole percent; 0 for none, null for what the rule set says.</param>
/// <param name="Fee">Fee of one case, yuan; 0 for none.</param>
/// <param name="Contact">Whom to ask, as it is published.</param>
public sealed record PlanTerms(
    string Title,
    string EnglishTitle,
    DateOnly OpensOn,
    DateOnly ClosesOn,
    DateOnly MeetingMonth,
    RuleSets.RuleSetId RuleSet,
    int? PassRateCap,
    int Fee,
    string Contact);
