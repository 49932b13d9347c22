using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace TitleWorkflow.Web.Shell;

/// <summary>A step of the path above the page; the page itself has no address.</summary>
public sealed record Crumb(string Text, string? Href = null);

/// <summary>What a page tells its layout.</summary>
public static class PageData
{
    private const string TitleKey = "Title";
    private const string CrumbsKey = "Crumbs";
    private const string DecisionKey = "DecisionBar";
    private const string ToastKey = "Toast";

    /// <summary>Names the page; the crumbs are the pages above it, outermost first.</summary>
    public static void Head(this ViewDataDictionary data, string title, params Crumb[] above)
    {
        data[TitleKey] = title;
        data[CrumbsKey] = above;
    }

    /// <summary>On the phone the tab bar gives way to the page's own bar (task and form pages).</summary>
    public static void HasDecisionBar(this ViewDataDictionary data) => data[DecisionKey] = true;

    /// <summary>Confirms the person's own act on the next page for five seconds.</summary>
    public static void Toast(this PageModel page, string text) => page.TempData[ToastKey] = text;

    internal static string? Title(this ViewDataDictionary data) => data[TitleKey] as string;

    internal static IReadOnlyList<Crumb> Crumbs(this ViewDataDictionary data) => data[CrumbsKey] as Crumb[] ?? [];

    internal static bool ShowsDecisionBar(this ViewDataDictionary data) => data[DecisionKey] is true;

    internal static string? TakeToast(this ITempDataDictionary data) => data[ToastKey] as string;
}
