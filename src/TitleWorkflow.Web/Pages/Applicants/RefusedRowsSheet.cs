using Microsoft.Extensions.Localization;
using TitleWorkflow.Application.Applicants;
using TitleWorkflow.Domain.Applicants;

namespace TitleWorkflow.Web.Pages.Applicants;

/// <summary>The refused rows of a list as a sheet: what they said, and in the last columns their number and what is wrong.</summary>
internal static class RefusedRowsSheet
{
    public static IEnumerable<IReadOnlyList<string>> RefusedRows(this IStringLocalizer texts, ReadRefusedRows.Result refused) =>
        refused.Rows
            .Select(IReadOnlyList<string> (row) =>
            [
                .. refused.Headings.Select((_, i) => row.Cells.ElementAtOrDefault(i) ?? ""),
                $"{row.Number}",
                string.Join("; ", row.Faults.Select(fault => $"{fault.Column}: {texts.Fault(fault.Fault)}")),
            ])
            .Prepend([.. refused.Headings, texts["applicants.column.row"], texts["applicants.column.fault"]]);

    /// <summary>What is wrong with a cell, and what to do.</summary>
    public static string Fault(this IStringLocalizer texts, CellFault fault) => texts["applicants.fault." + fault];
}
