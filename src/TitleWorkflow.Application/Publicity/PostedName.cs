using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.Publicity;

namespace TitleWorkflow.Application.Publicity;

/// <summary>What anybody may read of a posted name: the person as the notice says it, the window, who receives objections.</summary>
/// <param name="Notice">The notice.</param>
/// <param name="Name">Full name.</param>
/// <param name="Employer">Employer.</param>
/// <param name="Series">Series.</param>
/// <param name="Specialty">Specialty, Chinese.</param>
/// <param name="Level">Level.</param>
/// <param name="Channel">Channel.</param>
/// <param name="Window">From the day of posting to the last counted day.</param>
/// <param name="ReceivingBody">Who receives objections.</param>
/// <param name="EnglishReceivingBody">Its English name; null where there is none.</param>
/// <param name="Phone">Its telephone; null where none is published.</param>
public sealed record PostedName(
    PublicityNoticeId Notice,
    string Name,
    string Employer,
    TitleSeries Series,
    string Specialty,
    TitleLevel Level,
    Channel Channel,
    PostedWindow Window,
    string ReceivingBody,
    string? EnglishReceivingBody,
    string? Phone)
{
    internal static PostedName Of(PublicityNotice notice, Organisation poster) => new(
        notice.Id, notice.Entry.Name, notice.Entry.Employer, notice.Entry.Series, notice.Entry.Specialty,
        notice.Entry.Level, notice.Entry.Channel, PostedWindow.Of(notice), poster.Name, poster.EnglishName, poster.Phone);
}

/// <summary>The window of a notice, counted in working days.</summary>
/// <param name="PostedOn">Day of posting.</param>
/// <param name="Days">The counted days, in order; never empty.</param>
public sealed record PostedWindow(DateOnly PostedOn, IReadOnlyList<DateOnly> Days)
{
    /// <summary>Last day, till 24:00.</summary>
    public DateOnly LastDay => Days[^1];

    /// <summary>The day from whose 0:00 the next act is allowed.</summary>
    public DateOnly NextActionDay => LastDay.AddDays(1);

    internal static PostedWindow Of(PublicityNotice notice) => new(notice.PostedAt.LegalDate(), notice.Days);
}
