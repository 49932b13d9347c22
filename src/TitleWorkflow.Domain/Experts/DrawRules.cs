namespace TitleWorkflow.Domain.Experts;

/// <summary>What is demanded of the random draw of experts (随机抽取).</summary>
public static class DrawRules
{
    /// <summary>Enough experts are eligible.</summary>
    public static readonly Rule PoolLargeEnough = new(
        "experts.draw-pool-large-enough", "Fewer experts are eligible than members and alternates are to be drawn.", Source.Provisions());

    /// <summary>Enough come from enterprises.</summary>
    public static readonly Rule EnterpriseShareMet = new(
        "experts.draw-enterprise-share", "Too few eligible experts were nominated by enterprises.", Source.RuleSet);

    /// <summary>No employer has more members than allowed.</summary>
    public static readonly Rule EmployersSpread = new(
        "experts.draw-employers-spread", "The eligible experts work at too few employers.", Source.RuleSet);

    /// <summary>Enough come from outside the organising unit.</summary>
    public static readonly Rule OutsideShareMet = new(
        "experts.draw-outside-share", "Too few eligible experts come from outside the organising unit.", Source.RuleSet);

    /// <summary>Every input that was named is given.</summary>
    public static readonly Rule InputsComplete = new(
        "experts.draw-inputs-complete", "Every input named when the draw was frozen must be given.", Source.Product);

    /// <summary>What is hashed is the same text on every machine.</summary>
    public static readonly Rule PlainTexts = new(
        "experts.draw-plain-texts", "Names and values of a draw are written without loose marks or rare signs.", Source.Product);

    /// <summary>A round is drawn once.</summary>
    public static readonly Rule DrawnOnce = new(
        "experts.draw-once", "This round has already been drawn.", Source.Product);

    /// <summary>Nothing is answered or seated before the draw.</summary>
    public static readonly Rule DrawnFirst = new(
        "experts.draw-first", "This round has not been drawn, or its committee is already seated.", Source.Product);

    /// <summary>A second draw has a reason.</summary>
    public static readonly Rule NewRoundReasoned = new(
        "experts.draw-round-reasoned", "A further draw needs a new round number and a reason.", Source.Product);

    /// <summary>Only who is invited answers.</summary>
    public static readonly Rule InvitedAnswers = new(
        "experts.draw-invited-answers", "Only an invited expert answers, once; a confirmation may be taken back.", Source.Product);

    /// <summary>Time to answer runs out before anybody is replaced for silence.</summary>
    public static readonly Rule AnswerTimeOver = new(
        "experts.draw-answer-time-over", "Who has not answered is replaced only after the last day to answer.", Source.Product);

    /// <summary>Names stay sealed until release.</summary>
    public static readonly Rule SealedUntilRelease = new(
        "experts.draw-sealed", "The names stay sealed until the hour of release.", Source.Provisions(24));

    /// <summary>The committee is seated when all have confirmed.</summary>
    public static readonly Rule AllConfirmed = new(
        "experts.draw-all-confirmed", "The committee is seated once every member has confirmed.", Source.Product);

    /// <summary>A flow that waits for a draw goes on when the committee is seated.</summary>
    public static readonly Rule SeatedFirst = new(
        "experts.draw-seated-first", "The committee for this plan and level has not been drawn and seated yet.", Source.Product);
}
