using Microsoft.AspNetCore.Identity;
using TitleWorkflow.Persistence.Accounts;

namespace TitleWorkflow.Web.Security;

/// <summary>Browser sessions by ASP.NET Core Identity.</summary>
internal sealed class IdentitySignIn(SignInManager<Account> manager, PasswordSignIn passwords, IDemoAccounts demo) : ISignIn
{
    public Task<bool> SignInAsync(string userName, string password) =>
        passwords.TryAsync(userName, password, IdentityConstants.ApplicationScheme);

    public async Task<bool> SignInDemoAsync(string userName)
    {
        if (!demo.Enabled
            || !demo.Groups.Any(group => group.Accounts.Any(account => account.UserName == userName))
            || await manager.UserManager.FindByNameAsync(userName) is not { } found)
        {
            await passwords.RefuseAsync("", "sign-in.no-demo-account");

            return false;
        }

        await manager.SignInAsync(found, isPersistent: false);

        return true;
    }

    public Task SignOutAsync() => manager.SignOutAsync();
}
