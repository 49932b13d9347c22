using System.Security.Cryptography;
using System.Text;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.WorkItems;

namespace TitleWorkflow.Domain.Publicity;

/// <summary>Identifies an objection to a posted name.</summary>
public readonly record struct PublicityObjectionId(Guid Value)
{
    /// <summary>A fresh, time-ordered id.</summary>
    public static PublicityObjectionId New() => new(Guid.CreateVersion7());

    /// <inheritdoc />
    public override string ToString() => Value.ToString();
}

/// <summary>How an objection came.</summary>
public enum ObjectionRoute
{
    /// <summary>Entered by whoever objects.</summary>
    Online,

    /// <summary>By telephone, written down by the office.</summary>
    Phone,

    /// <summary>By letter, written down by the office.</summary>
    Letter,

    /// <summary>In person, written down by the office.</summary>
    Visit,
}

/// <summary>What became of an objection.</summary>
public enum ObjectionStatus
{
    /// <summary>Anonymous and without leads: on record, not looked into (登记备查).</summary>
    Logged,

    /// <summary>Looked into; the name is held.</summary>
    Open,

    /// <summary>Not right; the name goes on.</summary>
    Dismissed,

    /// <summary>Right; the name is withdrawn.</summary>
    Upheld,

    /// <summary>Without a finding of its own: the case ended first.</summary>
    Settled,
}

/// <summary>What somebody says against a posted name.</summary>
/// <param name="Statement">What is wrong.</param>
/// <param name="Leads">What can be checked: places, dates, papers, witnesses; null if nothing is named.</param>
/// <param name="Name">Real name; null for an anonymous objection.</param>
/// <param name="Contact">How to reach its bearer; null for an anonymous objection.</param>
public sealed record ObjectionWords(string? Statement, string? Leads, string? Name, string? Contact);

/// <summary>Who looks into an objection.</summary>
/// <param name="Role">In which role.</param>
/// <param name="Office">At which office.</param>
public sealed record Investigator(Role Role, OrganisationId Office);

/// <summary>
/// An objection to one posted name (公示异议), and the finding on it. Who objects is known to whoever investigates and to nobody
/// else; of an anonymous objection nothing is kept that could tell.
/// </summary>
public sealed class PublicityObjection : Aggregate
{
    // Without 0/O, 1/I/L, so that a code read aloud or from paper is typed right.
    private const string Alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    private PublicityObjection()
    {
    }

    /// <summary>Identity.</summary>
    public PublicityObjectionId Id { get; private set; }

    /// <summary>Number of the receipt (回执号), such as YY-2026-0007.</summary>
    public string Number { get; private set; } = "";

    /// <summary>What <see cref="HashOf"/> makes of the code (查询码) by which its bearer learns how it stands; null before it is drawn.</summary>
    public string? CodeHash { get; private set; }

    /// <summary>The notice objected to.</summary>
    public PublicityNoticeId Notice { get; private set; }

    /// <summary>The case; nobody else's is held.</summary>
    public DeclarationId Declaration { get; private set; }

    /// <summary>What is wrong.</summary>
    public string Statement { get; private set; } = "";

    /// <summary>What can be checked; null if nothing is named.</summary>
    public string? Leads { get; private set; }

    /// <summary>Real name of who objects; null for an anonymous objection.</summary>
    public string? Name { get; private set; }

    /// <summary>How to reach its bearer; null for an anonymous objection.</summary>
    public string? Contact { get; private set; }

    /// <summary>How it came.</summary>
    public ObjectionRoute Route { get; private set; }

    /// <summary>When it was received.</summary>
    public DateTimeOffset ReceivedAt { get; private set; }

    /// <summary>In which role it is looked into.</summary>
    public Role InvestigatorRole { get; private set; }

    /// <summary>Which office looks into it.</summary>
    public OrganisationId Investigator { get; private set; }

    /// <summary>The task to look into it; null until its flow has asked for one.</summary>
    public WorkItemId? Task { get; private set; }

    /// <summary>What became of it.</summary>
    public ObjectionStatus Status { get; private set; }

    /// <summary>Last day for the finding; null where none is owed.</summary>
    public DateOnly? DueOn { get; private set; }

    /// <summary>Why the time for the finding was extended; null if it was not.</summary>
    public string? ExtensionReason { get; private set; }

    /// <summary>The written finding with its reasons; null while there is none.</summary>
    public string? Finding { get; private set; }

    /// <summary>When it was decided or settled; null before.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Takes an objection; the day it came is not counted (Civil Code, art. 201).</summary>
    /// <param name="notice">The running notice.</param>
    /// <param name="words">What is said.</param>
    /// <param name="route">How it came.</param>
    /// <param name="atOffice">Whether the office that receives objections enters it.</param>
    /// <param name="investigator">Who looks into it.</param>
    /// <param name="number">Number of the receipt.</param>
    /// <param name="workingDays">Time for the finding.</param>
    /// <param name="calendar">The official calendar.</param>
    /// <param name="now">When.</param>
    /// <exception cref="RuleBrokenException">
    /// Publicity is over, nothing is said, name and contact do not come together, or a stranger records what came otherwise.
    /// </exception>
    public static PublicityObjection Raise(
        PublicityNotice notice,
        ObjectionWords words,
        ObjectionRoute route,
        bool atOffice,
        Investigator investigator,
        string number,
        int workingDays,
        WorkingCalendar calendar,
        DateTimeOffset now)
    {
        ObjectionRules.InTime.Require(notice.Status == PublicityStatus.Running && now < notice.EndsAt);
        ObjectionRules.Stated.Require(!string.IsNullOrWhiteSpace(words.Statement));
        ObjectionRules.NamedWithContact.Require(Said(words.Name) is null == Said(words.Contact) is null);
        ObjectionRules.RecordedByOffice.Require(route == ObjectionRoute.Online || atOffice);
        var objection = new PublicityObjection
        {
            Id = PublicityObjectionId.New(),
            Number = number,
            Notice = notice.Id,
            Declaration = notice.Declaration,
            Statement = words.Statement!.Trim(),
            Leads = Said(words.Leads),
            Name = Said(words.Name),
            Contact = Said(words.Contact),
            Route = route,
            ReceivedAt = now,
            InvestigatorRole = investigator.Role,
            Investigator = investigator.Office,
            Status = Said(words.Name) is null && Said(words.Leads) is null ? ObjectionStatus.Logged : ObjectionStatus.Open,
        };
        if (objection.Status == ObjectionStatus.Open)
        {
            objection.DueOn = calendar.Window(now.LegalDate(), workingDays).LastDay;
            objection.Raise(new ObjectionOpened(objection.Id, objection.Declaration));
        }

        return objection;
    }

    /// <summary>Draws its code of about 79 bits, XXXX-XXXX-XXXX-XXXX: told once, stored nowhere.</summary>
    public string DrawCode()
    {
        var raw = RandomNumberGenerator.GetString(Alphabet, 16);
        CodeHash = HashOf(raw);
        return string.Join('-', raw.Chunk(4).Select(four => new string(four)));
    }

    /// <summary>What is kept of a code: SHA-256, lower-case hex. Case, spaces and dashes do not matter.</summary>
    public static string HashOf(string code) => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.ASCII.GetBytes(string.Concat(code.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant())));

    /// <summary>The flow has asked its investigator.</summary>
    public void GiveTo(WorkItemId task) => Task = task;

    /// <summary>More time for the finding, once, counted from its last day.</summary>
    /// <exception cref="RuleBrokenException">Not looked into any more, extended already, or no reason is given.</exception>
    public void Extend(int workingDays, string? reason, WorkingCalendar calendar)
    {
        ObjectionRules.StillOpen.Require(Status == ObjectionStatus.Open);
        ObjectionRules.ExtendedOnce.Require(ExtensionReason is null);
        ExtensionReason = Reasoned(reason);
        DueOn = calendar.Window(DueOn!.Value, workingDays).LastDay;
    }

    /// <summary>The office is concerned itself and hands the inquiry over (回避).</summary>
    /// <exception cref="RuleBrokenException">Not looked into any more, or no reason is given.</exception>
    public void Refer(Investigator to, string? reason)
    {
        ObjectionRules.StillOpen.Require(Status == ObjectionStatus.Open);
        _ = Reasoned(reason);
        InvestigatorRole = to.Role;
        Investigator = to.Office;
    }

    /// <summary>Not right: the name goes on, with a written finding.</summary>
    /// <param name="declaration">The case.</param>
    /// <param name="finding">The finding with its reasons.</param>
    /// <param name="isConcerned">Whether it is about whoever decides.</param>
    /// <param name="by">The investigator.</param>
    /// <param name="now">When.</param>
    /// <exception cref="RuleBrokenException">Decided already, no reasons, or by whom it concerns.</exception>
    public void Dismiss(Declaration declaration, string? finding, bool isConcerned, Actor by, DateTimeOffset now)
    {
        Decide(ObjectionStatus.Dismissed, finding, isConcerned, now);
        declaration.Note(HistoryAct.ObjectionDismissed, by, now, Finding);
    }

    /// <summary>Right: the notice is taken down and the name withdrawn, which ends the case.</summary>
    /// <param name="declaration">The case.</param>
    /// <param name="notice">The notice.</param>
    /// <param name="finding">The finding with its reasons.</param>
    /// <param name="isConcerned">Whether it is about whoever decides.</param>
    /// <param name="by">The investigator.</param>
    /// <param name="now">When.</param>
    /// <exception cref="RuleBrokenException">Decided already, no reasons, or by whom it concerns.</exception>
    public void Uphold(
        Declaration declaration, PublicityNotice notice, string? finding, bool isConcerned, Actor by, DateTimeOffset now)
    {
        Decide(ObjectionStatus.Upheld, finding, isConcerned, now);
        notice.TakeDown(now);
        declaration.WithdrawName(Finding!, by, now);
    }

    /// <summary>The case ended first; does nothing if it is not open.</summary>
    public void Settle(DateTimeOffset now)
    {
        if (Status == ObjectionStatus.Open)
        {
            Status = ObjectionStatus.Settled;
            ClosedAt = now;
        }
    }

    private void Decide(ObjectionStatus status, string? finding, bool isConcerned, DateTimeOffset now)
    {
        ObjectionRules.StillOpen.Require(Status == ObjectionStatus.Open);
        ObjectionRules.ConcernedDoesNotDecide.Require(!isConcerned);
        Finding = Reasoned(finding);
        Status = status;
        ClosedAt = now;
    }

    private static string Reasoned(string? reason)
    {
        ObjectionRules.Reasoned.Require(!string.IsNullOrWhiteSpace(reason));
        return reason!.Trim();
    }

    private static string? Said(string? words) => string.IsNullOrWhiteSpace(words) ? null : words.Trim();
}

/// <summary>An objection is to be looked into; the name is held meanwhile.</summary>
/// <param name="Objection">The objection.</param>
/// <param name="Declaration">The case.</param>
public sealed record ObjectionOpened(PublicityObjectionId Objection, DeclarationId Declaration) : IDomainEvent;
