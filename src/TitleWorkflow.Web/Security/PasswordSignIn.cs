using Microsoft.AspNetCore.Identity;
using TitleWorkflow.Application.Auditing;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Persistence.Accounts;

namespace TitleWorkflow.Web.Security;

/// <summary>
/// Signs in by password, for browsers and programs alike, and writes every refusal to the audit log: on which account and from
/// where. Of one address at most <see cref="TriesByAddress.Allowed"/> a minute are written, the last of them saying so.
/// </summary>
internal sealed class PasswordSignIn(
    SignInManager<Account> manager, RefusalLog refusals, RefusedSignIns written, ICurrentUser user)
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
    public async Task RefuseAsync(string account, string reason)
    {
        if (written.AreTooMany(user.Origin))
        {
            return;
        }

        written.Add(user.Origin);
        var isLast = written.AreTooMany(user.Origin);
        await refusals.WriteAsync(Action, account, reason, isLast ? "further ones from this address within the minute are not written" : "");
    }
}
