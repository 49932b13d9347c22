using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using TitleWorkflow.Application.Enterprises;
using TitleWorkflow.Domain.Enterprises;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Web.Problems;
using TitleWorkflow.Web.Security;
using TitleWorkflow.Web.Shell;

namespace TitleWorkflow.Web.Pages.Enterprises;

/// <summary>One enterprise: its honours and the year's nominations; the city enters honours.</summary>
[ForRoles(
    Role.EmployerHr, Role.Chairperson, Role.ResearchLead, Role.TownOfficer, Role.DistrictOfficer, Role.CityOfficer, Role.Auditor)]
internal sealed class EnterpriseModel(ISender sender, IStringLocalizer texts) : PageModel, ILoadsItself
{
    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    [BindProperty] public HonorKind Kind { get; set; }

    [BindProperty] public HonorLevel Level { get; set; } = HonorLevel.Provincial;

    [BindProperty] public DateOnly? From { get; set; }

    [BindProperty] public DateOnly? To { get; set; }

    [BindProperty] public string? ListNumber { get; set; }

    public GetEnterprise.Result Enterprise { get; private set; } = null!;

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task LoadAsync(CancellationToken ct) => Enterprise = await sender.Send(new GetEnterprise.Query(new(Id)), ct);

    [ForRoles(Role.CityOfficer)]
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await sender.Send(
            new RegisterHonor.Command(new(Id), Kind, Level, From ?? default, To ?? default, ListNumber ?? ""), ct);
        this.Toast(texts["enterprises.registered"]);

        return Redirect($"/enterprises/{Id}");
    }
}
