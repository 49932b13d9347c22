using Microsoft.AspNetCore.Identity;
using TitleWorkflow.Persistence.Accounts;

namespace TitleWorkflow.Web.Security;

/// <summary>
/// Signs in by password, for browsers and programs alike, and writes refusals to the audit log: on which account and from where.
/// </summary>
internal sealed class PasswordSignIn(SignInManager<Account> manager, RefusedStrangers strangers)
{
    private const string Action = "Security.SignIn";

    /// <summary>True if name and password belong together and the account may sign in; then the scheme has done so.</summary>
    public async Task<bool> TryAsync(string userName, string password, string scheme)
    {
        manager.AuthenticationScheme = scheme;
        if (await manager.UserManager.FindByNameAsync(userName) is not { } account)
        {
            // Not what was typed: people type their password here.
            await RefuseAsync("", "sign-in.unknown-account");
            return false;
        }

        var result = await manager.PasswordSignInAsync(account, password, isPersistent: false, lockoutOnFailure: true);
        if (!result.Succeeded)
        {
            await RefuseAsync(account.UserName!, result.IsLockedOut ? "sign-in.locked-out" : "sign-in.wrong-password");
        }

        return result.Succeeded;
    }

    /// <summary>Writes that the account was not let in; that it is its holder who tries is exactly what is not known.</summary>
    public Task RefuseAsync(string account, string reason) => strangers.WriteAsync(Action, account, reason);
}
