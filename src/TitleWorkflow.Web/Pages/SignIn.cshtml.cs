using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using TitleWorkflow.Web.Problems;
using TitleWorkflow.Web.Security;
using TitleWorkflow.Web.Shell;

namespace TitleWorkflow.Web.Pages;

/// <summary>Signs a person in, by password or, in a demonstration, at a click.</summary>
[AllowAnonymous]
internal sealed class SignInModel(ISignIn session, IDemoAccounts demo, IStringLocalizer texts) : PageModel, ILoadsItself
{
    /// <summary>What the form holds.</summary>
    public sealed record Credentials(string UserName, string Password);

    public Credentials Input { get; private set; } = new("", "");

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public IDemoAccounts Demo { get; } = demo;

    public Task LoadAsync(CancellationToken ct) => Task.CompletedTask;

    public async Task<IActionResult> OnPostAsync(Credentials input)
    {
        if (await session.SignInAsync(input.UserName, input.Password))
        {
            return Redirect(Preference.Back(Url, ReturnUrl));
        }

        Input = input;
        ModelState.AddModelError("", texts["errors.sign-in"]);

        return new PageResult { StatusCode = StatusCodes.Status400BadRequest };
    }

    public async Task<IActionResult> OnPostDemoAsync(string userName) =>
        await session.SignInDemoAsync(userName) ? Redirect(Preference.Back(Url, ReturnUrl)) : Forbid();
}
