using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using TitleWorkflow.Application.Pilots;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.Pilots;
using TitleWorkflow.Web.Problems;
using TitleWorkflow.Web.Security;
using TitleWorkflow.Web.Shell;

namespace TitleWorkflow.Web.Pages.Pilots;

/// <summary>One application: its standard beside the national one, the acts of unit, district and city, what came of it.</summary>
[ForRoles(Role.Chairperson, Role.EmployerHr, Role.OrganisingOfficer, Role.DistrictOfficer, Role.CityOfficer, Role.Auditor)]
internal sealed class PilotModel(ISender sender, IStringLocalizer texts) : PageModel, ILoadsItself
{
    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    [BindProperty] public string? DocumentNumber { get; set; }

    [BindProperty] public DateOnly? From { get; set; }

    [BindProperty] public DateOnly? To { get; set; }

    [BindProperty] public bool ApprovesOutstanding { get; set; }

    [BindProperty] public string? Reason { get; set; }

    [BindProperty] public string? Grounds { get; set; }

    [BindProperty] public int Year { get; set; }

    [BindProperty] public string? Words { get; set; }

    public GetPilot.Result Pilot { get; private set; } = null!;

    private PilotApplicationId Application => new(Id);

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task LoadAsync(CancellationToken ct) => Pilot = await sender.Send(new GetPilot.Query(Application), ct);

    [ForRoles(Role.Chairperson, Role.EmployerHr, Role.OrganisingOfficer)]
    public Task<IActionResult> OnPostSubmitAsync(CancellationToken ct) => Do(new SubmitPilot.Command(Application), "pilots.submitted", ct);

    [ForRoles(Role.CityOfficer)]
    public Task<IActionResult> OnPostEvaluateAsync(CancellationToken ct) => Do(
        new EvaluatePilot.Command(Application, DocumentNumber ?? "", From ?? default, To ?? default, ApprovesOutstanding), "pilots.evaluated", ct);

    [ForRoles(Role.CityOfficer)]
    public Task<IActionResult> OnPostAuthoriseAsync(CancellationToken ct) => Do(new AuthorisePilot.Command(Application), "pilots.authorised", ct);

    [ForRoles(Role.DistrictOfficer)]
    public Task<IActionResult> OnPostPassAsync(CancellationToken ct) => Do(new PassPilot.Command(Application), "pilots.passed", ct);

    [ForRoles(Role.CityOfficer)]
    public Task<IActionResult> OnPostWithdrawAsync(CancellationToken ct) =>
        Do(new WithdrawPilot.Command(Application, Grounds ?? ""), "pilots.withdrawn", ct);

    [ForRoles(Role.Chairperson, Role.EmployerHr, Role.OrganisingOfficer)]
    public Task<IActionResult> OnPostReportAsync(CancellationToken ct) =>
        Do(new ReportOnPilot.Command(Application, Year, Words ?? ""), "pilots.reported", ct);

    [ForRoles(Role.DistrictOfficer, Role.CityOfficer)]
    public Task<IActionResult> OnPostReturnAsync(CancellationToken ct) => Do(new ReturnPilot.Command(Application, Reason ?? ""), "pilots.returned", ct);

    [ForRoles(Role.Chairperson, Role.EmployerHr, Role.OrganisingOfficer)]
    public async Task<IActionResult> OnPostRenewAsync(CancellationToken ct)
    {
        var renewal = await sender.Send(new RenewPilot.Command(Application), ct);

        return Redirect($"/pilots/{renewal.Application}");
    }

    private async Task<IActionResult> Do(IBaseRequest act, string done, CancellationToken ct)
    {
        await sender.Send((object)act, ct);
        this.Toast(texts[done]);

        return Redirect($"/pilots/{Id}");
    }
}
