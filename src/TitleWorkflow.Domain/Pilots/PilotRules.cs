namespace TitleWorkflow.Domain.Pilots;

/// <summary>What is demanded of pilots of autonomous and association review (自主评审试点) and of their standards.</summary>
public static class PilotRules
{
    /// <summary>Who may become a pilot.</summary>
    public static readonly Rule LeadingUnit = new(
        "pilots.leading-unit",
        "A pilot is an enterprise with a live honour, or an association that organises reviews.",
        Source.EnterpriseEvaluation);

    /// <summary>Senior committees are the province's to authorise.</summary>
    public static readonly Rule UpToIntermediate = new(
        "pilots.up-to-intermediate",
        "A pilot reviews up to the intermediate level; senior committees are authorised by the province.",
        Source.Provisions(8));

    /// <summary>A unit's standard is no looser than the national one.</summary>
    public static readonly Rule StandardFloor = new(
        "pilots.standard-floor", "A line of the unit's standard lies below the national one.", Source.Provisions(5));

    /// <summary>A road the national table does not have.</summary>
    public static readonly Rule StandardRoad = new(
        "pilots.standard-road", "The national table opens no road to that level with that schooling.", Source.Provisions(5));

    /// <summary>Outstanding results instead of a degree.</summary>
    public static readonly Rule OutstandingByCity = new(
        "pilots.outstanding-by-city",
        "A path of outstanding results without a degree needs the city's approval.",
        Source.EnterpriseEvaluation);

    /// <summary>A path of results says which.</summary>
    public static readonly Rule ResultsNamed = new(
        "pilots.results-named", "A path of outstanding results names the results it asks for.", Source.Product);

    /// <summary>The standard is about what the pilot reviews.</summary>
    public static readonly Rule StandardInScope = new(
        "pilots.standard-in-scope",
        "The standard has a line for the level applied for, none above it, and no line twice.",
        Source.Product);

    /// <summary>Changes end with the submission.</summary>
    public static readonly Rule OpenForChange = new(
        "pilots.open-for-change", "Only a draft, or an application sent back, can be changed and submitted.", Source.Product);

    /// <summary>Each act has its turn.</summary>
    public static readonly Rule InTurn = new(
        "pilots.in-turn", "The application is not at the step this act belongs to.", Source.Product);

    /// <summary>Four eyes: who evaluated does not authorise.</summary>
    public static readonly Rule SecondOfficer = new(
        "pilots.second-officer", "Somebody else than the officer who evaluated the application authorises it.", Source.Product);

    /// <summary>A unit told no must know why.</summary>
    public static readonly Rule ReturnNeedsReason = new(
        "pilots.return-needs-reason", "An application is sent back with a reason.", Source.Product);

    /// <summary>One application for one specialty at a time.</summary>
    public static readonly Rule OneOpen = new(
        "pilots.one-open", "The unit has an open application, or a pilot to renew, for this specialty.", Source.Product);

    /// <summary>A renewal follows on what was authorised.</summary>
    public static readonly Rule RenewsAuthorised = new(
        "pilots.renews-authorised", "Only a pilot that was authorised is renewed.", Source.Provisions(8));

    /// <summary>A renewal begins after the authorisation before it.</summary>
    public static readonly Rule RenewalFollows = new(
        "pilots.renewal-follows", "A renewal begins after the first day of the authorisation before it.", Source.Product);

    /// <summary>Who loses a power must know why.</summary>
    public static readonly Rule WithdrawalNeedsReason = new(
        "pilots.withdrawal-needs-reason", "An authorisation is withdrawn with a reason.", Source.Product);

    /// <summary>A report is about a year that is over.</summary>
    public static readonly Rule ReportOfPastYear = new(
        "pilots.report-of-past-year", "A pilot reports on a past year in which it was authorised.", Source.Product);

    /// <summary>Figures alone are no report.</summary>
    public static readonly Rule ReportInWords = new(
        "pilots.report-in-words", "A report says in words how the year went.", Source.Product);

    /// <summary>One report a year.</summary>
    public static readonly Rule ReportOnce = new(
        "pilots.report-once", "The pilot has reported on that year.", Source.Product);

    /// <summary>The office is run by somebody of the unit.</summary>
    public static readonly Rule OwnSecretary = new(
        "pilots.own-secretary", "The committee's office is run by somebody who works at the unit.", Source.Product);
}
