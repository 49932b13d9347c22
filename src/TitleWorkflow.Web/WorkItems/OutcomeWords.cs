using Microsoft.Extensions.Localization;
using TitleWorkflow.Domain.WorkItems;

namespace TitleWorkflow.Web.WorkItems;

/// <summary>The words for outcomes of flows. A name a designer has made up says itself.</summary>
internal static class OutcomeWords
{
    /// <summary>What was filled in, or can be chosen, as pages show it.</summary>
    public static string FieldValue(this IStringLocalizer texts, TaskField field, string value) =>
        field.Kind == TaskFieldKind.YesNo ? texts["workitems.field." + value] : value;

    /// <summary>通过; the same name may need other words on a form of its own: 受理 is no 通过.</summary>
    public static string Outcome(this IStringLocalizer texts, string outcome, string? form = null)
    {
        var own = texts[$"workitems.outcome.{form}.{outcome}"];
        var common = texts["workitems.outcome." + outcome];

        return form is not null && !own.ResourceNotFound ? own : common.ResourceNotFound ? outcome : common;
    }

    /// <summary>What choosing it does or asks for; null where nothing needs to be said.</summary>
    public static string? OutcomeHint(this IStringLocalizer texts, string outcome, string form)
    {
        var own = texts[$"workitems.outcome.{form}.{outcome}.hint"];
        var common = texts[$"workitems.outcome.{outcome}.hint"];

        return !own.ResourceNotFound ? own : common.ResourceNotFound ? null : common.Value;
    }
}
