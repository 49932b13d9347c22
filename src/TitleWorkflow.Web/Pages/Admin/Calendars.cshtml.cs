using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using TitleWorkflow.Application.Calendars;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Web.Problems;
using TitleWorkflow.Web.Security;
using TitleWorkflow.Web.Shell;

namespace TitleWorkflow.Web.Pages.Admin;

/// <summary>The official calendar: which years are loaded, and a form to load or correct one.</summary>
[ForRoles(Role.Administrator)]
internal sealed class CalendarsModel(ISender sender, IStringLocalizer texts) : PageModel, ILoadsItself
{
    /// <summary>One year as it is typed.</summary>
    public sealed record Typed(int Year, string? Holidays, string? MakeUpDays);

    public Typed Input { get; private set; } = new(0, null, null);

    public ListOfficialYears.Result List { get; private set; } = new([]);

    public async Task OnGetAsync(int? year, CancellationToken ct)
    {
        await LoadAsync(ct);
        var chosen = List.Years.FirstOrDefault(y => y.Number == year);
        Input = chosen is null
            ? new Typed(year ?? List.Years.Select(y => y.Number).FirstOrDefault() + 1, null, null)
            : new Typed(chosen.Number, DayList.Write(chosen.Holidays), DayList.Write(chosen.MakeUpDays));
    }

    public async Task LoadAsync(CancellationToken ct) => List = await sender.Send(new ListOfficialYears.Query(), ct);

    public async Task<IActionResult> OnPostAsync(Typed input, CancellationToken ct)
    {
        Input = input;
        var holidays = Read(nameof(input.Holidays), input.Holidays);
        var makeUpDays = Read(nameof(input.MakeUpDays), input.MakeUpDays);
        if (holidays is null || makeUpDays is null)
        {
            await LoadAsync(ct);

            return new PageResult { StatusCode = StatusCodes.Status400BadRequest };
        }

        var result = await sender.Send(new UpdateOfficialYear.Command(input.Year, holidays, makeUpDays), ct);
        this.Toast(texts["calendars.saved", input.Year, result.Recounted, result.Moved.Count]);

        return RedirectToPage(new { year = input.Year });
    }

    private List<DateOnly>? Read(string field, string? typed)
    {
        if (DayList.TryRead(typed, Input.Year, out var days, out var unreadable))
        {
            return days;
        }

        ModelState.AddModelError($"Input.{field}", texts["calendars.error.unreadable", unreadable]);

        return null;
    }
}
