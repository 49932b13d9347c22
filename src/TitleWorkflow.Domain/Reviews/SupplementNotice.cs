using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Declarations;

namespace TitleWorkflow.Domain.Reviews;

/// <summary>Identifies a supplement notice.</summary>
public readonly record struct SupplementNoticeId(Guid Value)
{
    /// <summary>A fresh, time-ordered id.</summary>
    public static SupplementNoticeId New() => new(Guid.CreateVersion7());
}

/// <summary>What became of a notice.</summary>
public enum SupplementStatus
{
    /// <summary>The applicant may still answer.</summary>
    Open,

    /// <summary>Answered in full and in time.</summary>
    Answered,

    /// <summary>Not answered in time.</summary>
    Lapsed,
}

/// <summary>One defect to mend.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Text">What is missing.</param>
/// <param name="Answer">The applicant's statement; null if none.</param>
/// <param name="AddedFor">The supervisor's reason, for an item added after issue; null otherwise.</param>
public sealed record SupplementItem(int Number, string Text, string? Answer = null, string? AddedFor = null);

/// <summary>
/// The one-time notice of all defects (补正告知书): told at once, answered in one round, lapsing at 24:00 of its last day.
/// </summary>
public sealed class SupplementNotice : Aggregate
{
    private SupplementNotice()
    {
    }

    /// <summary>Identity.</summary>
    public SupplementNoticeId Id { get; private set; }

    /// <summary>The case; it has at most one notice.</summary>
    public DeclarationId Declaration { get; private set; }

    /// <summary>The defects.</summary>
    public List<SupplementItem> Items { get; private set; } = [];

    /// <summary>When it was issued.</summary>
    public DateTimeOffset IssuedAt { get; private set; }

    /// <summary>Last day to answer, till 24:00.</summary>
    public DateOnly DueOn { get; private set; }

    /// <summary>What became of it.</summary>
    public SupplementStatus Status { get; private set; }

    /// <summary>The supervisor's reason that allows one more item; null if there is none or it was used.</summary>
    public string? AdditionAllowedFor { get; private set; }

    /// <summary>Issues the notice; the day of issue is not counted (Civil Code, art. 201).</summary>
    /// <param name="declaration">The case.</param>
    /// <param name="earlier">The case's earlier notice; must be null.</param>
    /// <param name="items">All defects.</param>
    /// <param name="workingDays">Time to answer.</param>
    /// <param name="calendar">The official calendar.</param>
    /// <param name="now">When.</param>
    /// <exception cref="RuleBrokenException">No item, a second round, or a period beyond the loaded calendar.</exception>
    public static SupplementNotice Issue(
        DeclarationId declaration,
        SupplementNotice? earlier,
        IReadOnlyList<string> items,
        int workingDays,
        WorkingCalendar calendar,
        DateTimeOffset now)
    {
        SupplementRules.OneRound.Require(earlier is null);
        var texts = items.Where(i => !string.IsNullOrWhiteSpace(i)).ToList();
        SupplementRules.NamesItems.Require(texts.Count > 0);
        return new SupplementNotice
        {
            Id = SupplementNoticeId.New(),
            Declaration = declaration,
            Items = [.. texts.Select((t, i) => new SupplementItem(i + 1, t.Trim()))],
            IssuedAt = now,
            DueOn = calendar.Window(now.LegalDate(), workingDays).LastDay,
        };
    }

    /// <summary>The supervisor allows one further item for a recorded reason.</summary>
    /// <exception cref="RuleBrokenException">No reason is given, or the time is over.</exception>
    public void AllowAddition(string reason, DateTimeOffset now)
    {
        SupplementRules.OverrideReasoned.Require(!string.IsNullOrWhiteSpace(reason));
        RequireOpen(now);
        AdditionAllowedFor = reason;
    }

    /// <summary>Adds an item after issue; uses up the supervisor's permission.</summary>
    /// <exception cref="RuleBrokenException">Not allowed by the supervisor, empty, or the time is over.</exception>
    public void Add(string text, DateTimeOffset now)
    {
        SupplementRules.NoCreepingItems.Require(AdditionAllowedFor is not null);
        SupplementRules.NamesItems.Require(!string.IsNullOrWhiteSpace(text));
        RequireOpen(now);
        Items = [.. Items, new SupplementItem(Items.Count + 1, text.Trim(), AddedFor: AdditionAllowedFor)];
        AdditionAllowedFor = null;
    }

    /// <summary>Stores the applicant's statement on an item; an empty one takes it back.</summary>
    /// <exception cref="RuleBrokenException">The time is over.</exception>
    public void State(int number, string? answer, DateTimeOffset now)
    {
        RequireOpen(now);
        Items = [.. Items.Select(i => i.Number == number ? i with { Answer = string.IsNullOrWhiteSpace(answer) ? null : answer.Trim() } : i)];
    }

    /// <summary>Attaches a stored file to an item of this notice.</summary>
    /// <exception cref="RuleBrokenException">The time is over, or the file is of a wrong kind or size.</exception>
    public Evidence Attach(
        Declaration declaration, int number, string fileName, EvidenceType? type, long size, string sha256, DateTimeOffset now)
    {
        RequireOpen(now);
        return declaration.AddEvidence(Fact(number), fileName, type, size, sha256, now);
    }

    /// <summary>Takes a piece of evidence off an item of this notice; the file is kept.</summary>
    /// <exception cref="RuleBrokenException">The time is over.</exception>
    public void Detach(Evidence evidence, DateTimeOffset now)
    {
        RequireOpen(now);
        evidence.DetachedAt ??= now;
    }

    /// <summary>The applicant hands the supplement in. Needs the declaration's evidence loaded.</summary>
    /// <exception cref="RuleBrokenException">An item is unanswered, or the time is over.</exception>
    public void Complete(Declaration declaration, Actor by, DateTimeOffset now)
    {
        RequireOpen(now);
        SupplementRules.EveryItemAnswered.Require(Items.All(i =>
            i.Answer is not null || declaration.Evidence.Any(e => e.DetachedAt is null && e.Fact == Fact(i.Number))));
        Status = SupplementStatus.Answered;
        declaration.Note(HistoryAct.SupplementAnswered, by, now);
    }

    /// <summary>The time ran out: the case lapses; what was uploaded is kept but not accepted.</summary>
    /// <exception cref="RuleBrokenException">The last day is not over, the notice is closed, or the case ended.</exception>
    public void Lapse(Declaration declaration, DateTimeOffset now)
    {
        SupplementRules.LapsesUnanswered.Require(Status == SupplementStatus.Open && now >= DueOn.EndsAt());
        declaration.Lapse(now);
        Status = SupplementStatus.Lapsed;
    }

    /// <summary>The key under which evidence for an item is kept: <c>supplement/2</c>.</summary>
    public static string Fact(int number) => $"supplement/{number}";

    /// <summary>The item a fact of that shape means; null if it is a fact of the dossier.</summary>
    public static int? ItemOf(string fact) =>
        fact.Split('/') is ["supplement", var number] && int.TryParse(number, out var item) ? item : null;

    private void RequireOpen(DateTimeOffset now) =>
        SupplementRules.InTime.Require(Status == SupplementStatus.Open && now < DueOn.EndsAt());
}
