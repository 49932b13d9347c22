using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;

namespace TitleWorkflow.Domain.WorkItems;

/// <summary>Identifies a work item.</summary>
public readonly record struct WorkItemId(Guid Value)
{
    /// <summary>A fresh, time-ordered id.</summary>
    public static WorkItemId New() => new(Guid.CreateVersion7());

    /// <summary>Order of creation, as lists page by it.</summary>
    public int CompareTo(WorkItemId other) => Value.CompareTo(other.Value);

    /// <inheritdoc />
    public override string ToString() => Value.ToString();
}

/// <summary>What became of a work item.</summary>
public enum WorkItemStatus
{
    /// <summary>Waits to be done.</summary>
    Open,

    /// <summary>Done.</summary>
    Completed,

    /// <summary>Withdrawn, with its flow's step or by the office.</summary>
    Cancelled,
}

/// <summary>
/// One thing to do on one case (待办). It is either an <see cref="OfficeTask"/>, which colleagues share and pass on, or a
/// <see cref="PersonalTask"/>, which belongs to one person and cannot leave them.
/// </summary>
public abstract class WorkItem : Aggregate
{
    private protected WorkItem()
    {
    }

    private protected WorkItem(WorkItemSpecification specification, Role role, OrganisationId? organisation, DateTimeOffset now)
    {
        Id = WorkItemId.New();
        InstanceId = specification.InstanceId;
        ActivityId = specification.ActivityId;
        Declaration = specification.Case.Declaration;
        Number = specification.Case.Number;
        ApplicantName = Shown(specification.Case.Applicant);
        EmployerName = Shown(specification.Case.Employer);
        EmployerEnglishName = specification.Case.EnglishEmployer is { } english ? Shown(english) : null;
        Series = specification.Case.Series;
        Level = specification.Case.Level;
        Channel = specification.Case.Channel;
        Stage = specification.Stage;
        Form = specification.Form;
        Title = Shown(specification.Title);
        EnglishTitle = specification.EnglishTitle is { } title ? Shown(title) : null;
        Outcomes = [.. specification.Outcomes];
        ReasonOutcomes = [.. specification.ReasonOutcomes];
        Fields = [.. specification.Fields];
        MoveDueOn(specification.DueOn);
        Role = role;
        Organisation = organisation;
        CreatedAt = now;
    }

    /// <summary>Longest name of a step, a person or an employer that an inbox shows, in characters; longer ones are cut.</summary>
    public const int LongestName = 120;

    /// <summary>The day that stands for none in the order of an inbox: after all others.</summary>
    public static readonly DateOnly NoLastDay = new(9999, 1, 1);

    /// <summary>Identity.</summary>
    public WorkItemId Id { get; private set; }

    /// <summary>The flow instance that waits for it.</summary>
    public string InstanceId { get; private set; } = "";

    /// <summary>The step in the flow's document.</summary>
    public string ActivityId { get; private set; } = "";

    /// <summary>The case.</summary>
    public DeclarationId Declaration { get; private set; }

    /// <summary>The case's number.</summary>
    public string Number { get; private set; } = "";

    /// <summary>Who applies, as the inbox shows it.</summary>
    public string ApplicantName { get; private set; } = "";

    /// <summary>The applicant's employer, as the inbox shows it.</summary>
    public string EmployerName { get; private set; } = "";

    /// <summary>The employer's English name; null if it has none.</summary>
    public string? EmployerEnglishName { get; private set; }

    /// <summary>Series applied for.</summary>
    public TitleSeries Series { get; private set; }

    /// <summary>Level applied for.</summary>
    public TitleLevel Level { get; private set; }

    /// <summary>The road the case takes.</summary>
    public Channel Channel { get; private set; }

    /// <summary>The stage the step belongs to.</summary>
    public Stage Stage { get; private set; }

    /// <summary>Which page and which verbs the step uses.</summary>
    public string Form { get; private set; } = "";

    /// <summary>Chinese name of the step.</summary>
    public string Title { get; private set; } = "";

    /// <summary>English name of the step; null if the flow gives none.</summary>
    public string? EnglishTitle { get; private set; }

    /// <summary>The role that does it.</summary>
    public Role Role { get; private set; }

    /// <summary>Where that role must be held; null for personal tasks.</summary>
    public OrganisationId? Organisation { get; private set; }

    /// <summary>Who has it; null while any holder of the role may take it.</summary>
    public PersonId? Assignee { get; private protected set; }

    /// <summary>What may come out, in the flow's order.</summary>
    public List<string> Outcomes { get; private set; } = [];

    /// <summary>Outcomes that need a reason.</summary>
    public List<string> ReasonOutcomes { get; private set; } = [];

    /// <summary>What else the step asks for.</summary>
    public List<TaskField> Fields { get; private set; } = [];

    /// <summary>When it came up.</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Last day, till 24:00; null if it has none.</summary>
    public DateOnly? DueOn { get; private set; }

    /// <summary>Its place in the order of an inbox: the last day, or <see cref="NoLastDay"/>.</summary>
    public DateOnly InboxDay { get; private set; }

    /// <summary>What became of it.</summary>
    public WorkItemStatus Status { get; private set; }

    /// <summary>When it was done or withdrawn; null while open.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Who did it; null while open.</summary>
    public PersonId? CompletedBy { get; private set; }

    /// <summary>What came out; null while open.</summary>
    public string? Outcome { get; private set; }

    /// <summary>Opinion or reason; null if none.</summary>
    public string? Comment { get; private set; }

    /// <summary>What was filled in, by the fields' labels; empty while open.</summary>
    public Dictionary<string, string> Values { get; private set; } = [];

    /// <summary>
    /// Done with <paramref name="outcome"/>. Whether <paramref name="by"/> may see and do it at all is asked before.
    /// </summary>
    /// <exception cref="RuleBrokenException">
    /// Not open, somebody else's, not an outcome, a reason is missing, or a field is not filled in as it must be.
    /// </exception>
    public void Complete(
        string outcome, string? comment, PersonId by, DateTimeOffset now, IReadOnlyDictionary<string, string>? values = null)
    {
        WorkItemRules.StillOpen.Require(Status == WorkItemStatus.Open);
        WorkItemRules.NotClaimedByAnother.Require(Assignee is null || Assignee == by);
        WorkItemRules.OutcomeOffered.Require(Outcomes.Contains(outcome));
        WorkItemRules.ReasonRequired.Require(!ReasonOutcomes.Contains(outcome) || !string.IsNullOrWhiteSpace(comment));
        WorkItemRules.FieldsFilledIn.Require(Fields.TrueForAll(f => f.Accepts(values?.GetValueOrDefault(f.Label))));
        Status = WorkItemStatus.Completed;
        ClosedAt = now;
        CompletedBy = by;
        Outcome = outcome;
        Comment = string.IsNullOrWhiteSpace(comment) ? null : comment.Trim();
        Values = Fields.Where(f => !string.IsNullOrWhiteSpace(values?.GetValueOrDefault(f.Label)))
            .ToDictionary(f => f.Label, f => values![f.Label].Trim());
        Raise(new WorkItemCompleted(Id, outcome, Comment, Values));
    }

    /// <summary>Withdrawn because its step was left otherwise; does nothing if it is closed already.</summary>
    public void Cancel(DateTimeOffset now)
    {
        if (Status == WorkItemStatus.Open)
        {
            Status = WorkItemStatus.Cancelled;
            ClosedAt = now;
        }
    }

    /// <summary>Taken away while its step goes on, which hears of it.</summary>
    /// <exception cref="RuleBrokenException">Not open any more.</exception>
    public void Withdraw(DateTimeOffset now)
    {
        WorkItemRules.StillOpen.Require(Status == WorkItemStatus.Open);
        Cancel(now);
        Raise(new WorkItemWithdrawn(Id));
    }

    /// <summary>The step's last day moved, because the period it rests on did.</summary>
    public void MoveDueOn(DateOnly? dueOn)
    {
        DueOn = dueOn;
        InboxDay = dueOn ?? NoLastDay;
    }

    private static string Shown(string name) => name.Length <= LongestName ? name : name[..(LongestName - 1)] + "…";
}

/// <summary>
/// Work of one person alone: filling in, answering a notice, an expert's opinion, a signature. It has no verb to hand it
/// on, so no screen, program or administrator can.
/// </summary>
public sealed class PersonalTask : WorkItem
{
    private PersonalTask()
    {
    }

    /// <summary>Asks <paramref name="person"/> in the given role.</summary>
    public PersonalTask(WorkItemSpecification specification, Role role, PersonId person, DateTimeOffset now)
        : base(specification, role, null, now) => Assignee = person;
}

/// <summary>Work of an office: any holder of the role there may claim, do, transfer or delegate it.</summary>
public sealed class OfficeTask : WorkItem
{
    private OfficeTask()
    {
    }

    /// <summary>Asks the holders of <paramref name="role"/> at <paramref name="organisation"/>.</summary>
    public OfficeTask(WorkItemSpecification specification, Role role, OrganisationId organisation, DateTimeOffset now)
        : base(specification, role, organisation, now)
    {
    }

    /// <summary>Who delegated it and gets it back on release; null if it was not delegated.</summary>
    public PersonId? DelegatedBy { get; private set; }

    /// <summary>Takes it (认领).</summary>
    /// <exception cref="RuleBrokenException">Not open, or claimed by somebody else.</exception>
    public void Claim(PersonId by)
    {
        WorkItemRules.StillOpen.Require(Status == WorkItemStatus.Open);
        WorkItemRules.NotClaimedByAnother.Require(Assignee is null || Assignee == by);
        Assignee = by;
    }

    /// <summary>Puts it back (放回): to whoever delegated it, else to all.</summary>
    /// <exception cref="RuleBrokenException">Not open, or not claimed by <paramref name="by"/>.</exception>
    public void Release(PersonId by)
    {
        RequireClaimed(by);
        Assignee = DelegatedBy;
        DelegatedBy = null;
    }

    /// <summary>Hands it over for good (转办).</summary>
    /// <param name="to">The colleague.</param>
    /// <param name="toHoldsRole">Whether the colleague holds the role at the office today.</param>
    /// <param name="by">Who hands it over; must have claimed it.</param>
    /// <exception cref="RuleBrokenException">Not open, not claimed by <paramref name="by"/>, or no such colleague.</exception>
    public void Transfer(PersonId to, bool toHoldsRole, PersonId by)
    {
        RequireClaimed(by);
        WorkItemRules.ColleagueHoldsRole.Require(toHoldsRole);
        Assignee = to;
        DelegatedBy = null;
    }

    /// <summary>Has a colleague do it (委派); a release brings it back.</summary>
    /// <param name="to">The colleague.</param>
    /// <param name="toHoldsRole">Whether the colleague holds the role at the office today.</param>
    /// <param name="by">Who delegates; must have claimed it.</param>
    /// <exception cref="RuleBrokenException">Not open, not claimed by <paramref name="by"/>, or no such colleague.</exception>
    public void Delegate(PersonId to, bool toHoldsRole, PersonId by)
    {
        RequireClaimed(by);
        WorkItemRules.ColleagueHoldsRole.Require(toHoldsRole);
        Assignee = to;
        DelegatedBy = by;
    }

    private void RequireClaimed(PersonId by)
    {
        WorkItemRules.StillOpen.Require(Status == WorkItemStatus.Open);
        WorkItemRules.ClaimedByYou.Require(Assignee == by);
    }
}
