using Microsoft.Extensions.Localization;
using TitleWorkflow.Application.Experts;

namespace TitleWorkflow.Web.Pages.Experts;

/// <summary>The refused rows of a list as a sheet: what they said, and in the last columns their number and what is wrong.</summary>
internal static class RefusedNomineesSheet
{
    public static IEnumerable<IReadOnlyList<string>> RefusedNominees(this IStringLocalizer texts, ImportNominees.Result list) =>
        list.Refused
            .Select(IReadOnlyList<string> (row) =>
            [
                .. list.Headings.Select((_, i) => row.Cells.ElementAtOrDefault(i) ?? ""),
                $"{row.Number}",
                string.Join("; ", row.Faults.Select(fault => $"{fault.Column}: {texts["experts.error." + fault.Error]}")),
            ])
            .Prepend([.. list.Headings, texts["experts.import.row"], texts["experts.import.fault"]]);
}
