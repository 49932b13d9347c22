using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TitleWorkflow.Application.Publicity;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Web.Problems;
using TitleWorkflow.Web.Security;
using TitleWorkflow.Web.Shell;

namespace TitleWorkflow.Web.Pages.Publicity;

/// <summary>Whoever objected learns by number and code of the receipt how it stands, without an account.</summary>
[AllowAnonymous]
[NoIndex]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class ReceiptModel(ISender sender, ICurrentUser user, WrongCodes wrong) : PageModel, ILoadsItself
{
    [BindProperty]
    public string? Number { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    public LookUpObjection.Result? Answer { get; private set; }

    /// <summary>Text key of what went wrong; null before anything was asked, and when it was found.</summary>
    public string? Trouble { get; private set; }

    public Task LoadAsync(CancellationToken ct) => Task.CompletedTask;

    public async Task OnPostAsync(CancellationToken ct)
    {
        if (wrong.AreTooMany(user.Origin))
        {
            (Response.StatusCode, Trouble) = (StatusCodes.Status429TooManyRequests, "publicity.receipt.too-many");

            return;
        }

        Answer = await sender.Send(new LookUpObjection.Query(Number ?? "", Code ?? ""), ct);
        if (Answer is null)
        {
            wrong.Add(user.Origin);
            (Response.StatusCode, Trouble) = (StatusCodes.Status404NotFound, "publicity.receipt.unknown");
        }
    }
}
