using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.RuleSets;

namespace TitleWorkflow.Domain.Declarations;

/// <summary>
/// One applicant's case (一件申报), from the first draft to the certificate. The flow decides where it goes next; this
/// aggregate holds its facts and refuses what the regulation forbids whatever a flow may say.
/// </summary>
public sealed partial class Declaration : Aggregate
{
    private Declaration()
    {
    }

    /// <summary>Identity.</summary>
    public DeclarationId Id { get; private set; }

    /// <summary>Number shown to people (申报号), such as QT-2026-0317.</summary>
    public string Number { get; private set; } = "";

    /// <summary>Who applies.</summary>
    public PersonId Applicant { get; private set; }

    /// <summary>The applicant's name when the draft was opened.</summary>
    public string ApplicantName { get; private set; } = "";

    /// <summary>Where the applicant works.</summary>
    public OrganisationId Employer { get; private set; }

    /// <summary>The employer's Chinese name when the draft was opened.</summary>
    public string EmployerName { get; private set; } = "";

    /// <summary>The employer's English name when the draft was opened; null if it had none.</summary>
    public string? EmployerEnglishName { get; private set; }

    /// <summary>The plan applied under.</summary>
    public PlanId Plan { get; private set; }

    /// <summary>Plan year.</summary>
    public int Year { get; private set; }

    /// <summary>The reviewing committee.</summary>
    public OrganisationId Committee { get; private set; }

    /// <summary>The rule set version every decision on this case uses.</summary>
    public RuleSetId RuleSet { get; private set; }

    /// <summary>Series.</summary>
    public TitleSeries Series { get; private set; }

    /// <summary>Specialty, Chinese.</summary>
    public string Specialty { get; private set; } = "";

    /// <summary>Target level.</summary>
    public TitleLevel Level { get; private set; }

    /// <summary>Channel.</summary>
    public Channel Channel { get; private set; }

    /// <summary>Where it stands.</summary>
    public DeclarationStatus Status { get; private set; }

    /// <summary>The stage it is in.</summary>
    public Stage Stage { get; private set; } = Stage.Declaration;

    /// <summary>The office that has it now; null while the applicant has it.</summary>
    public OrganisationId? WithOffice { get; private set; }

    /// <summary>Last day of the present step; null if it has none.</summary>
    public DateOnly? DueOn { get; private set; }

    /// <summary>When each stage was first entered.</summary>
    public Dictionary<Stage, DateTimeOffset> StageEnteredAt { get; private set; } = [];

    /// <summary>When the draft was opened.</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When it was last submitted; null before.</summary>
    public DateTimeOffset? SubmittedAt { get; private set; }

    /// <summary>Reason of a refusal, withdrawal or termination; null otherwise.</summary>
    public string? EndReason { get; private set; }

    /// <summary>False once it has ended without or with a certificate.</summary>
    public bool IsLive { get; private set; } = true;

    /// <summary>Its history; may be partly loaded, only ever appended to.</summary>
    public ICollection<HistoryEntry> History { get; private set; } = [];

    /// <summary>Opens a draft under <paramref name="plan"/>.</summary>
    /// <param name="number">Number shown to people.</param>
    /// <param name="applicant">Who applies.</param>
    /// <param name="employer">Where the applicant works; null if nowhere.</param>
    /// <param name="plan">The plan applied under.</param>
    /// <param name="today">The day.</param>
    /// <param name="now">The instant.</param>
    /// <exception cref="RuleBrokenException">
    /// The plan's window is closed, the applicant works nowhere, or somewhere else than at the unit whose staff the plan is for.
    /// </exception>
    public static Declaration Start(
        string number, Person applicant, Organisation? employer, AnnualPlan plan, DateOnly today, DateTimeOffset now)
    {
        DeclarationRules.WindowOpen.Require(plan.IsOpenOn(today) && employer is not null && applicant.Employer == employer.Id);
        DeclarationRules.OwnStaff.Require(plan.StaffOf is null || plan.StaffOf == employer!.Id);
        var declaration = new Declaration
        {
            Id = DeclarationId.New(),
            Number = number,
            Applicant = applicant.Id,
            ApplicantName = applicant.Name,
            Employer = employer!.Id,
            EmployerName = employer.Name,
            EmployerEnglishName = employer.EnglishName,
            Plan = plan.Id,
            Year = plan.Year,
            Committee = plan.Committee,
            RuleSet = plan.RuleSet,
            Series = plan.Series,
            Specialty = plan.Specialty,
            Level = plan.Level,
            Channel = plan.Channel,
            Status = DeclarationStatus.Draft,
            CreatedAt = now,
        };
        declaration.StageEnteredAt[Stage.Declaration] = now;
        declaration.Note(HistoryAct.Started, new Actor(null, applicant.Name), now);
        declaration.Raise(new DeclarationStarted(declaration.Id, number, plan.Flow));
        return declaration;
    }

    /// <summary>What lists show of it.</summary>
    public CaseHeading Heading() =>
        new(Id, Number, ApplicantName, EmployerName, EmployerEnglishName, Series, Level, Channel);

    /// <summary>What lists show of it to experts who read blind.</summary>
    public CaseHeading BlindHeading() => new(Id, Number, Number, "", null, Series, Level, Channel);

    /// <summary>Appends a line of history.</summary>
    public void Note(HistoryAct act, Actor actor, DateTimeOffset now, string? note = null) =>
        History.Add(new HistoryEntry(Id, act, Stage, now, actor, note));

    /// <summary>The applicant withdraws (撤回).</summary>
    /// <param name="reason">Why; may be empty.</param>
    /// <param name="meetingOpened">Whether a meeting that has this case on its agenda was opened.</param>
    /// <param name="by">The applicant.</param>
    /// <param name="now">When.</param>
    /// <exception cref="RuleBrokenException">The meeting has opened, or the case has ended.</exception>
    public void Withdraw(string reason, bool meetingOpened, Actor by, DateTimeOffset now)
    {
        DeclarationRules.NotEnded.Require(IsLive);
        DeclarationRules.WithdrawBeforeMeeting.Require(!meetingOpened && Result is null);
        End(DeclarationStatus.Withdrawn, reason);
        Note(HistoryAct.Withdrawn, by, now, reason);
        Raise(new DeclarationWithdrawn(Id, reason));
    }

    /// <summary>Its flow was ended with a second person's approval (终止); the case ends with it.</summary>
    /// <exception cref="RuleBrokenException">The case has ended.</exception>
    public void Terminate(string reason, Actor by, DateTimeOffset now)
    {
        DeclarationRules.NotEnded.Require(IsLive);
        End(DeclarationStatus.Cancelled, reason);
        Note(HistoryAct.Terminated, by, now, reason);
    }

    private void End(DeclarationStatus status, string? reason)
    {
        Status = status;
        EndReason = reason;
        WithOffice = null;
        DueOn = null;
        IsLive = false;
        Raise(new DeclarationEnded(Id, Channel));
    }
}
