using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TitleWorkflow.Application;
using TitleWorkflow.Application.Declarations;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Web.Problems;
using TitleWorkflow.Web.Security;
using TitleWorkflow.Web.Texts;

namespace TitleWorkflow.Web.Pages.Declarations;

/// <summary>One section of the form: saved as one types, checked on leaving it; evidence beside its facts.</summary>
[ForRoles(Role.Applicant)]
internal sealed class FillModel(ISender sender, DeclarationWords words, Formats formats) : PageModel, ILoadsItself
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Section { get; set; }

    /// <summary>Show what is to mend, because one came for it.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Check { get; set; }

    [BindProperty]
    public Dictionary<string, string?> Values { get; set; } = [];

    public GetForm.Result Form { get; private set; } = null!;

    public GetForm.Section Current { get; private set; } = null!;

    /// <summary>Place of the section, from 0.</summary>
    public int Index { get; private set; }

    /// <summary>The next section's address, or the review's after the last.</summary>
    public string Next => Following is { } section ? Address(section) : $"/declarations/{Id}/review";

    /// <summary>True if nothing is left to fill but the commitment.</summary>
    public bool IsLast => Following is null;

    // Whoever corrects is led from one returned section to the next, past those that cannot be changed.
    private GetForm.Section? Following => Form.Sections.Skip(Index + 1)
        .FirstOrDefault(s => Form.Status != DeclarationStatus.Returned || !Current.MayEdit || s.MayEdit);

    public string Address(GetForm.Section section) =>
        $"/declarations/{Id}/fill/{section.Key}{(section is { WasSaved: true, Defects: > 0 } ? "?check=true" : "")}";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        if (Section is null)
        {
            return Redirect(Address(Current));
        }

        Values = Current.Fields.ToDictionary(f => f.Definition.Key, f => f.Value ?? f.Known);
        if (Check)
        {
            ShowDefects();
        }

        return Page();
    }

    public async Task LoadAsync(CancellationToken ct)
    {
        Form = await sender.Send(new GetForm.Query(new DeclarationId(Id)), ct);
        Current = Section is null
            ? Form.Sections.FirstOrDefault(s => s.ReturnedFor is not null) ?? Form.Sections.FirstOrDefault(s => !s.IsDone) ?? Form.Sections[0]
            : Form.Sections.FirstOrDefault(s => s.Key == Section) ?? throw new NotFoundException();
        Index = Form.Sections.ToList().IndexOf(Current);
        foreach (var field in Current.Fields)
        {
            Values.TryAdd(field.Definition.Key, field.Value ?? field.Known);
        }
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var saved = await SaveAsync(ct);
        await LoadAsync(ct);
        if (saved.Defects.Count == 0)
        {
            return Redirect(Next);
        }

        ShowDefects();

        return Page();
    }

    public async Task<IActionResult> OnPostAutosaveAsync(CancellationToken ct)
    {
        var saved = await SaveAsync(ct);
        Response.Headers["X-Saved-At"] = formats.Time(saved.SavedAt);

        return new NoContentResult();
    }

    public async Task<IActionResult> OnPostAttachAsync(string fact, IFormFile? file, bool masked, CancellationToken ct)
    {
        if (file is not null)
        {
            await using var content = file.OpenReadStream();
            await sender.Send(
                new UploadEvidence.Command(new DeclarationId(Id), $"{Section}/{fact}", file.FileName, content, masked), ct);
        }

        return Redirect($"/declarations/{Id}/fill/{Section}#evidence-{fact}");
    }

    public async Task<IActionResult> OnPostDetachAsync(string fact, Guid evidence, CancellationToken ct)
    {
        await sender.Send(new DetachEvidence.Command(new DeclarationId(Id), new EvidenceId(evidence)), ct);

        return Redirect($"/declarations/{Id}/fill/{Section}#evidence-{fact}");
    }

    private Task<SaveSection.Result> SaveAsync(CancellationToken ct) => sender.Send(
        new SaveSection.Command(
            new DeclarationId(Id), Section ?? "", Values.Where(v => v.Value is not null).ToDictionary(v => v.Key, v => v.Value!))
        {
            IsAutosave = true,
        },
        ct);

    private void ShowDefects()
    {
        foreach (var field in Current.Fields)
        {
            if (field.Defect is { } kind)
            {
                var place = kind == DefectKind.NoEvidence ? "Evidence" : nameof(Values);
                ModelState.AddModelError($"{place}[{field.Definition.Key}]", words.Defect(field.Definition, kind));
            }
        }
    }
}
