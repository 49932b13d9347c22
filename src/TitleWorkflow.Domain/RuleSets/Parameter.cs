namespace TitleWorkflow.Domain.RuleSets;

/// <summary>One whole-number value a region may set, within a floor no region may cross.</summary>
/// <param name="Key">Address in the rule set, such as <c>publicity.result.days</c>.</param>
/// <param name="Default">Value where the rule set is silent.</param>
/// <param name="Minimum">Smallest lawful value.</param>
/// <param name="Maximum">Largest lawful value.</param>
public sealed record Parameter(string Key, int Default, int Minimum, int Maximum)
{
    /// <summary>Where the bounds are written; null where they are only a sensible range.</summary>
    public Source? Floor { get; init; }

    /// <summary>Employer publicity, working days; at least 5 (Interim Provisions on Title Review, art. 16).</summary>
    public static readonly Parameter EmployerPublicityDays = new("publicity.employer.days", 5, 5, 60) { Floor = Source.Provisions(16) };

    /// <summary>Result publicity, working days; at least 5 (Interim Provisions on Title Review, art. 26).</summary>
    public static readonly Parameter ResultPublicityDays = new("publicity.result.days", 5, 5, 60) { Floor = Source.Provisions(26) };

    /// <summary>Time to answer a supplement notice, working days.</summary>
    public static readonly Parameter SupplementDays = new("supplement.days", 5, 1, 60);

    /// <summary>Time to correct a returned dossier, working days.</summary>
    public static readonly Parameter ReturnDays = new("return.days", 5, 1, 60);

    /// <summary>Time for a group's opinion, working days.</summary>
    public static readonly Parameter GroupReviewDays = new("group.review.days", 10, 1, 90);

    /// <summary>Experts a dossier is read by; at least 3 (Interim Provisions on Title Review).</summary>
    public static readonly Parameter GroupMinimumExperts = new("group.minExperts", 3, 3, 25) { Floor = Source.Provisions() };

    /// <summary>Supplement rounds; exactly one (Interim Provisions on Title Review).</summary>
    public static readonly Parameter SupplementRounds = new("supplement.rounds", 1, 1, 1) { Floor = Source.Provisions() };

    /// <summary>Validity of a committee's authorisation, years; at most 3 (Interim Provisions on Title Review, art. 8).</summary>
    public static readonly Parameter CommitteeValidityYears = new("committee.validityYears", 3, 1, 3) { Floor = Source.Provisions(8) };

    /// <summary>Time to look into an objection, working days.</summary>
    public static readonly Parameter ObjectionDays = new("objection.days", 10, 1, 60);

    /// <summary>What that time may be extended by, once, working days.</summary>
    public static readonly Parameter ObjectionExtension = new("objection.extension", 20, 0, 60);

    /// <summary>Time to ask for a re-examination, working days.</summary>
    public static readonly Parameter ReexaminationWindow = new("reexam.window", 10, 1, 60);

    /// <summary>Time to decide on a re-examination, working days.</summary>
    public static readonly Parameter ReexaminationDays = new("reexam.days", 15, 1, 90);

    /// <summary>Years a breach stays on record; exactly 3 (Interim Measures on the Supervision of Title Review).</summary>
    public static readonly Parameter IntegrityYears = new("integrity.years", 3, 3, 3) { Floor = Source.Supervision };

    /// <summary>Fee for a junior title, yuan.</summary>
    public static readonly Parameter FeeJunior = new("fee.junior", 0, 0, 10_000);

    /// <summary>Fee for an intermediate title, yuan.</summary>
    public static readonly Parameter FeeIntermediate = new("fee.intermediate", 0, 0, 10_000);

    /// <summary>Fee for a senior title, yuan.</summary>
    public static readonly Parameter FeeSenior = new("fee.senior", 0, 0, 10_000);

    /// <summary>Nominations a year on a national honour.</summary>
    public static readonly Parameter NominationsNational = new("nomination.quota.national", 2, 0, 20);

    /// <summary>Of those, nominations for full senior titles.</summary>
    public static readonly Parameter NominationsNationalFullSenior = new("nomination.quota.national.fullSenior", 1, 0, 20);

    /// <summary>Nominations a year on a provincial honour, deputy senior only.</summary>
    public static readonly Parameter NominationsProvincial = new("nomination.quota.provincial", 1, 0, 20);

    /// <summary>Years without the right to nominate after a false nomination.</summary>
    public static readonly Parameter NominationLiabilityYears = new("nomination.liability.years", 3, 1, 10);

    /// <summary>Largest spread of a group's scores, in points, that needs no further discussion.</summary>
    public static readonly Parameter ScoreSpread = new("score.spread", 15, 1, 100);

    /// <summary>1 if the highest and the lowest of five or more scores are left out of their mean, else 0.</summary>
    public static readonly Parameter ScoreTrimmed = new("score.trimmedMean", 0, 0, 1);

    /// <summary>Time for one applicant's oral defence, minutes.</summary>
    public static readonly Parameter DefenceMinutes = new("defence.minutes", 20, 5, 180);

    /// <summary>Least notice an applicant has of an oral defence, working days.</summary>
    public static readonly Parameter DefenceNoticeDays = new("defence.noticeDays", 3, 0, 30);

    /// <summary>Most that may pass, whole percent of those voted on; 0 is off.</summary>
    public static readonly Parameter PassRateCap = new("cap.passRate", 0, 0, 100);

    /// <summary>Length of an expert's term, years; at most 3 (Interim Provisions on Title Review).</summary>
    public static readonly Parameter ExpertTermYears = new("expert.termYears", 3, 1, 3) { Floor = Source.Provisions() };

    /// <summary>Publicity of candidates for the expert pool, working days.</summary>
    public static readonly Parameter ExpertPublicityDays = new("publicity.experts.days", 5, 5, 60);

    /// <summary>Most meetings an expert sits in, in one year.</summary>
    public static readonly Parameter ExpertMeetingsPerYear = new("expert.meetingsPerYear", 6, 1, 60);

    /// <summary>Most years in a row an expert sits in a committee.</summary>
    public static readonly Parameter ExpertConsecutiveYears = new("expert.consecutiveYears", 3, 1, 10);

    /// <summary>Least share of drawn members nominated by enterprises, per cent, rounded up.</summary>
    public static readonly Parameter DrawEnterpriseShare = new("draw.enterpriseShare", 30, 0, 100);

    /// <summary>Least share of drawn members from outside the organising unit, per cent, rounded up.</summary>
    public static readonly Parameter DrawOutsideShare = new("draw.outsideShare", 10, 0, 100);

    /// <summary>Most drawn experts of one employer.</summary>
    public static readonly Parameter DrawMaxPerEmployer = new("draw.maxPerEmployer", 2, 1, 25);

    /// <summary>Time for a drawn expert to answer, working days.</summary>
    public static readonly Parameter DrawAnswerDays = new("draw.answerDays", 2, 1, 30);

    /// <summary>Hours before the meeting at which the drawn names are released.</summary>
    public static readonly Parameter DrawReleaseHours = new("draw.releaseHours", 24, 1, 336);

    /// <summary>Time of a new year in which a pilot reports on the year before, working days.</summary>
    public static readonly Parameter PilotReportDays = new("pilot.reportDays", 20, 1, 120);

    /// <summary>
    /// Time an employer that shows dossiers to its people shows each, working days; only where the flow has that step. Three as in
    /// Xuchang's notice on open display and appraisal.
    /// </summary>
    public static readonly Parameter OpenDisplayDays = new("display.days", 3, 1, 30);

    /// <summary>Every parameter there is.</summary>
    public static IReadOnlyList<Parameter> All { get; } =
    [
        EmployerPublicityDays, ResultPublicityDays, SupplementDays, ReturnDays, GroupReviewDays, GroupMinimumExperts,
        SupplementRounds, CommitteeValidityYears, ObjectionDays, ObjectionExtension, ReexaminationWindow, ReexaminationDays,
        IntegrityYears, FeeJunior, FeeIntermediate, FeeSenior,
        NominationsNational, NominationsNationalFullSenior, NominationsProvincial, NominationLiabilityYears,
        ScoreSpread, ScoreTrimmed, DefenceMinutes, DefenceNoticeDays, PassRateCap,
        ExpertTermYears, ExpertPublicityDays, ExpertMeetingsPerYear, ExpertConsecutiveYears,
        DrawEnterpriseShare, DrawOutsideShare, DrawMaxPerEmployer, DrawAnswerDays, DrawReleaseHours, PilotReportDays, OpenDisplayDays,
    ];
}
