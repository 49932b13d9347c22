using Microsoft.Extensions.Localization;
using TitleWorkflow.Application.WorkItems;
using TitleWorkflow.Web.Pages.Shared.Parts;
using TitleWorkflow.Web.Texts;

namespace TitleWorkflow.Web.WorkItems;

/// <summary>How a task's page speaks: by its form where it has words of its own, else in general.</summary>
internal static class TaskWords
{
    /// <summary>What is asked: 您的审核, or the name of a designer's own step.</summary>
    public static string Heading(this IStringLocalizer texts, GetWorkItem.Result item)
    {
        var own = texts["workitems.heading." + item.Form];

        return own.ResourceNotFound ? texts.Step(item) : own;
    }

    /// <summary>The step's name in the language of the request.</summary>
    public static string Step(this IStringLocalizer texts, GetWorkItem.Result item) =>
        Languages.IsChinese ? item.Title : item.EnglishTitle ?? item.Title;

    /// <summary>The name of the comment, or of the button, on this form.</summary>
    public static string OnForm(this IStringLocalizer texts, string key, string form)
    {
        var own = texts[$"{key}.{form}"];

        return own.ResourceNotFound ? texts[key] : own;
    }

    /// <summary>The outcomes as cards, none chosen.</summary>
    public static IReadOnlyList<Choice> Choices(this IStringLocalizer texts, GetWorkItem.Result item) =>
    [
        .. item.Outcomes.Select(o => new Choice(
            o.Name, texts.Outcome(o.Name, item.Form), texts.OutcomeHint(o.Name, item.Form))),
    ];

    /// <summary>Says which outcomes need a reason; null if none does.</summary>
    public static string? ReasonHint(this IStringLocalizer texts, GetWorkItem.Result item)
    {
        var reasoned = item.Outcomes.Where(o => o.NeedsReason).Select(o => texts.Outcome(o.Name, item.Form)).ToList();

        return reasoned.Count == 0
            ? null
            : texts["workitems.comment.hint", string.Join(Languages.IsChinese ? "”“" : "”, “", reasoned)].Value;
    }
}
