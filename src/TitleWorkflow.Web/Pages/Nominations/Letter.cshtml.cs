using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TitleWorkflow.Application.Nominations;
using TitleWorkflow.Domain.Nominations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Web.Security;

namespace TitleWorkflow.Web.Pages.Nominations;

/// <summary>The signed letter for paper, its QR code, and how to verify it without the product.</summary>
[ForAllBut(Role.Administrator, Role.ProcessDesigner)]
internal sealed class LetterModel(ISender sender) : PageModel
{
    public GetNomination.Result Nomination { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        Nomination = await sender.Send(new GetNomination.Query(new NominationId(id)), ct);

        return Nomination.LetterHash is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnGetTextAsync(Guid id, CancellationToken ct)
    {
        var letter = await sender.Send(new GetLetter.Query(new NominationId(id)), ct);

        return File(letter.Content, "text/plain; charset=utf-8", "letter.txt");
    }
}
