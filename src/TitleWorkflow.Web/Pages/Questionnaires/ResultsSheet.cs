using Microsoft.Extensions.Localization;
using TitleWorkflow.Application.Declarations;
using TitleWorkflow.Application.Questionnaires;
using TitleWorkflow.Web.Texts;
using TitleWorkflow.Web.WorkItems;

namespace TitleWorkflow.Web.Pages.Questionnaires;

/// <summary>The results as a sheet: a row for each who is asked, where their declarations stand, then a column for every field.</summary>
internal static class ResultsSheet
{
    private static readonly ListDeclarations.Phase[] Phases = Enum.GetValues<ListDeclarations.Phase>();

    public static IEnumerable<IReadOnlyList<string>> Sheet(
        this IStringLocalizer texts, Formats formats, GetQuestionnaireResults.Result results) =>
        results.Rows
            .Select(IReadOnlyList<string> (row) =>
            [
                formats.Name(row.Name, row.EnglishName),
                row.AnsweredAt is { } at ? formats.Moment(at) : "",
                .. Phases.Select(phase => $"{row.Phases[phase]}"),
                .. results.Fields.Select(f => row.Values.TryGetValue(f.Field.Label, out var value) ? texts.FieldValue(f.Field, value) : ""),
            ])
            .Prepend(
            [
                texts["questionnaires.audience." + results.Audience],
                texts["questionnaires.column.answered"],
                .. Phases.Select(phase => texts["declarations.phase." + phase].Value),
                .. results.Fields.Select(f => formats.Name(f.Field.Label, f.Field.English)),
            ]);
}
