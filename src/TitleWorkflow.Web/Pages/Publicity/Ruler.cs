using Microsoft.Extensions.Localization;
using TitleWorkflow.Application.Publicity;
using TitleWorkflow.Web.Pages.Shared.Parts;

namespace TitleWorkflow.Web.Pages.Publicity;

/// <summary>Draws a window's working-day ruler: 发布, 第 1 天, 休, 班, … 截止.</summary>
internal static class Ruler
{
    public static Days Of(PostedWindow window, IStringLocalizer texts)
    {
        var days = new List<RulerDay>();
        for (var date = window.PostedOn; date <= window.LastDay; date = date.AddDays(1))
        {
            days.Add(Day(date, window, texts));
        }

        return new Days(days);
    }

    private static RulerDay Day(DateOnly date, PostedWindow window, IStringLocalizer texts)
    {
        var place = window.Days.ToList().IndexOf(date);
        if (place < 0)
        {
            return new RulerDay(date, date == window.PostedOn ? DayKind.Start : DayKind.Off);
        }

        var makeUp = date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

        return new RulerDay(
            date,
            makeUp ? DayKind.MakeUp : DayKind.Counted,
            makeUp || date == window.LastDay ? null : texts["publicity.day", place + 1].Value);
    }
}
