namespace TitleWorkflow.Domain.Experts;

/// <summary>What is demanded of experts, of their pool and of their recusal.</summary>
public static class ExpertRules
{
    /// <summary>Fewest working days candidates are posted.</summary>
    public const int PublicityDays = 5;

    /// <summary>A term lasts at most three years.</summary>
    public static readonly Rule TermAtMostThreeYears = new(
        "experts.term-at-most-three-years", "An expert's term lasts at most three years.", Source.Provisions());

    /// <summary>A recusal has a reason.</summary>
    public static readonly Rule RecusalNeedsReason = new(
        "experts.recusal-needs-reason", "A recusal needs a reason.", Source.Provisions(25));

    /// <summary>An expert holds a title of matching level in the series.</summary>
    public static readonly Rule MatchingTitle = new(
        "experts.matching-title",
        "An expert holds a title of the series, of at least the level the unit's committees review.",
        Source.Provisions());

    /// <summary>Between people there is nothing to weigh: the expert withdraws.</summary>
    public static readonly Rule FirmsOnly = new(
        "experts.firms-only", "Only a tie between firms is for the office to weigh, once.", Source.Provisions(25));

    /// <summary>Steps follow each other.</summary>
    public static readonly Rule StepsInOrder = new(
        "experts.steps-in-order", "This step is not due for this expert now.", Source.Product);

    /// <summary>Refusals, suspensions, findings and removals say why.</summary>
    public static readonly Rule ReasonGiven = new(
        "experts.reason-given", "This step needs a reason.", Source.Product);

    /// <summary>Candidates are posted for five working days at least.</summary>
    public static readonly Rule PublicityFiveDays = new(
        "experts.publicity-five-days", "Candidates are posted for at least five working days.", Source.Product);

    /// <summary>Objections come while candidates are posted.</summary>
    public static readonly Rule ObjectsInTime = new(
        "experts.objects-in-time", "Objections are filed while the candidate is posted.", Source.Product);

    /// <summary>Nobody is appointed before publicity is over and objections are decided.</summary>
    public static readonly Rule PublicityOverFirst = new(
        "experts.publicity-over-first",
        "A candidate is appointed only after the publicity, with every objection decided.",
        Source.Product);

    /// <summary>Nobody serves who has not consented.</summary>
    public static readonly Rule ConsentGiven = new(
        "experts.consent-given", "A candidate is appointed only with their own consent.", Source.Provisions());

    /// <summary>A term is renewed after an evaluation.</summary>
    public static readonly Rule EvaluatedFirst = new(
        "experts.evaluated-first", "A term is renewed only after an evaluation of the present one.", Source.Product);
}
