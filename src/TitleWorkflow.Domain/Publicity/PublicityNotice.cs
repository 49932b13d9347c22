using System.Security.Cryptography;
using System.Text;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;

namespace TitleWorkflow.Domain.Publicity;

/// <summary>Identifies a publicity notice.</summary>
public readonly record struct PublicityNoticeId(Guid Value)
{
    /// <summary>A fresh, time-ordered id.</summary>
    public static PublicityNoticeId New() => new(Guid.CreateVersion7());

    /// <inheritdoc />
    public override string ToString() => Value.ToString();
}

/// <summary>Where and for what a name is posted.</summary>
public enum PublicityKind
{
    /// <summary>At the employer, before the case goes up (单位内部公示).</summary>
    Employer,

    /// <summary>By the organising unit, after the meeting (评审结果公示).</summary>
    Result,
}

/// <summary>What became of a notice.</summary>
public enum PublicityStatus
{
    /// <summary>Posted and readable.</summary>
    Running,

    /// <summary>Over without objection; taken down, kept in the archive.</summary>
    Ended,

    /// <summary>Taken down because the case ended.</summary>
    TakenDown,
}

/// <summary>What a notice says of a person; never an identity number, score, vote or expert.</summary>
/// <param name="Name">Full name.</param>
/// <param name="Employer">Employer's name.</param>
/// <param name="Series">Series.</param>
/// <param name="Specialty">Specialty.</param>
/// <param name="Level">Level.</param>
/// <param name="Channel">Channel.</param>
public sealed record PublicityEntry(
    string Name, string Employer, TitleSeries Series, string Specialty, TitleLevel Level, Channel Channel);

/// <summary>One name posted for a period of working days (公示).</summary>
public sealed class PublicityNotice : Aggregate
{
    private PublicityNotice()
    {
    }

    /// <summary>Identity.</summary>
    public PublicityNoticeId Id { get; private set; }

    /// <summary>Kind.</summary>
    public PublicityKind Kind { get; private set; }

    /// <summary>The case.</summary>
    public DeclarationId Declaration { get; private set; }

    /// <summary>Who posts it and receives objections.</summary>
    public OrganisationId Poster { get; private set; }

    /// <summary>What it says.</summary>
    public PublicityEntry Entry { get; private set; } = null!;

    /// <summary>When it was posted.</summary>
    public DateTimeOffset PostedAt { get; private set; }

    /// <summary>Working days it runs.</summary>
    public int WorkingDays { get; private set; }

    /// <summary>Whether the day of posting counts.</summary>
    public CountMode CountMode { get; private set; }

    /// <summary>The counted days, in order.</summary>
    public List<DateOnly> Days { get; private set; } = [];

    /// <summary>Last counted day, till 24:00.</summary>
    public DateOnly LastDay { get; private set; }

    /// <summary>What became of it.</summary>
    public PublicityStatus Status { get; private set; }

    /// <summary>When it was taken down; null while it runs.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>SHA-256 over what was posted and when: the proof of posting, lower-case hex.</summary>
    public string ContentHash { get; private set; } = "";

    /// <summary>The first instant of the next act: the beginning of the day after the last.</summary>
    public DateTimeOffset EndsAt => LastDay.EndsAt();

    /// <summary>Posts a name.</summary>
    /// <exception cref="RuleBrokenException">Fewer than five working days, or beyond the loaded calendar.</exception>
    public static PublicityNotice Post(
        PublicityKind kind,
        DeclarationId declaration,
        OrganisationId poster,
        PublicityEntry entry,
        int workingDays,
        CountMode mode,
        WorkingCalendar calendar,
        DateTimeOffset now)
    {
        PublicityRules.AtLeastFiveDays.Require(workingDays >= PublicityRules.MinimumDays);
        var notice = new PublicityNotice
        {
            Id = PublicityNoticeId.New(),
            Kind = kind,
            Declaration = declaration,
            Poster = poster,
            Entry = entry,
            PostedAt = now,
            WorkingDays = workingDays,
            CountMode = mode,
        };
        notice.Count(calendar);
        notice.ContentHash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
            $"{kind}|{declaration}|{entry}|{now.ToUniversalTime():O}|{notice.LastDay:O}")));
        return notice;
    }

    /// <summary>
    /// Counts a running notice again after its calendar changed; true if the last day moved. Closed ones never change.
    /// </summary>
    public bool Recount(WorkingCalendar calendar)
    {
        if (Status != PublicityStatus.Running)
        {
            return false;
        }

        var before = LastDay;
        Count(calendar);
        return before != LastDay;
    }

    /// <summary>Ends it after its last day; does nothing if it is closed already.</summary>
    /// <exception cref="RuleBrokenException">The last day is not over.</exception>
    public void End(DateTimeOffset now)
    {
        PublicityRules.NotOverYet.Require(now >= EndsAt);
        if (Status == PublicityStatus.Running)
        {
            Status = PublicityStatus.Ended;
            ClosedAt = now;
        }
    }

    /// <summary>Takes it down early because the case ended.</summary>
    public void TakeDown(DateTimeOffset now)
    {
        if (Status == PublicityStatus.Running)
        {
            Status = PublicityStatus.TakenDown;
            ClosedAt = now;
        }
    }

    private void Count(WorkingCalendar calendar)
    {
        var window = calendar.Window(PostedAt.LegalDate(), WorkingDays, CountMode);
        Days = [.. window.Days];
        LastDay = window.LastDay;
    }
}
