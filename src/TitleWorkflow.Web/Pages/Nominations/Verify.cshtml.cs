using System.Text;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TitleWorkflow.Application.Nominations;
using TitleWorkflow.Domain.Nominations;
using TitleWorkflow.Web.Shell;

namespace TitleWorkflow.Web.Pages.Nominations;

/// <summary>Anybody verifies the signature under a nomination letter by its QR code, here or with openssl.</summary>
[AllowAnonymous]
[NoIndex]
internal sealed class VerifyModel(ISender sender) : PageModel
{
    public VerifySignature.Result Answer { get; private set; } = null!;

    public async Task OnGetAsync(Guid id, CancellationToken ct) => Answer = await AskAsync(id, ct);

    public async Task<IActionResult> OnGetKeyAsync(Guid id, CancellationToken ct) =>
        File(Encoding.ASCII.GetBytes((await AskAsync(id, ct)).PublicKey), "application/x-pem-file", "key.pem");

    public async Task<IActionResult> OnGetSignatureAsync(Guid id, CancellationToken ct) =>
        File(Convert.FromBase64String((await AskAsync(id, ct)).Value), "application/octet-stream", "letter.sig");

    private Task<VerifySignature.Result> AskAsync(Guid id, CancellationToken ct) =>
        sender.Send(new VerifySignature.Query(new LetterSignatureId(id)), ct);
}
