using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using TitleWorkflow.Application.Experts;
using TitleWorkflow.Application.Spreadsheets;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Web.Problems;
using TitleWorkflow.Web.Security;
using TitleWorkflow.Web.Shell;

namespace TitleWorkflow.Web.Pages.Experts;

/// <summary>A personnel office nominates experts: one by a form, many by a list.</summary>
[ForRoles(Role.EmployerHr)]
internal sealed class NominateModel(ISender sender, IStringLocalizer texts) : PageModel, ILoadsItself
{
    /// <summary>What the form of one nomination holds.</summary>
    public sealed record Form(
        string? Name = null, string? IdNumber = null, TitleSeries Series = TitleSeries.Engineering, string? Specialty = null,
        TitleLevel Level = TitleLevel.DeputySenior, string? Keywords = null);

    [BindProperty] public Guid Unit { get; set; }

    [BindProperty] public List<Form> Nominees { get; set; } = [new()];

    [BindProperty] public Guid ListUnit { get; set; }

    public IReadOnlyList<ListPools.Row> Pools { get; private set; } = [];

    public ImportNominees.Result? Imported { get; private set; }

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task LoadAsync(CancellationToken ct)
    {
        Pools = (await sender.Send(new ListPools.Query(), ct)).Items;

        // A list that was handed in brings no form of one nomination with it.
        Nominees = Nominees.Count > 0 ? Nominees : [new()];
    }

    public async Task<IActionResult> OnGetSheetAsync(CancellationToken ct) =>
        File((await sender.Send(new GetNomineeSheet.Query(), ct)).Content, Spreadsheet.MediaType, "expert-list.xlsx");

    public async Task<IActionResult> OnPostOneAsync(CancellationToken ct)
    {
        var form = Nominees.FirstOrDefault() ?? new();
        var nominee = new NominateExperts.Nominee(
            form.Name ?? "", form.IdNumber ?? "", form.Series, form.Specialty ?? "", form.Level, NomineeSheet.Words(form.Keywords));
        var done = await sender.Send(new NominateExperts.Command(new(Unit), [nominee]), ct);
        if (done.Errors is [var wrong, ..])
        {
            ModelState.AddModelError($"{nameof(Nominees)}[0].{FieldOf(wrong.Error)}", texts["experts.error." + wrong.Error]);
            await LoadAsync(ct);
            return new PageResult { StatusCode = StatusCodes.Status400BadRequest };
        }

        this.Toast(texts["experts.nominated", nominee.Name]);

        return Redirect("/experts/nominate");
    }

    public async Task<IActionResult> OnPostImportAsync(IFormFile? file, CancellationToken ct)
    {
        await using var content = file?.OpenReadStream() ?? Stream.Null;
        Imported = await sender.Send(new ImportNominees.Command(new(ListUnit), file?.FileName ?? "", content), ct);
        await LoadAsync(ct);

        return Page();
    }

    private static string FieldOf(NominationError error) => error switch
    {
        NominationError.NoCommitteeOfSeries => nameof(Form.Series),
        NominationError.TitleTooLow => nameof(Form.Level),
        NominationError.NameDiffers => nameof(Form.Name),
        _ => nameof(Form.IdNumber),
    };
}
