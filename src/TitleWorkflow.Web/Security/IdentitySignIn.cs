using Microsoft.AspNetCore.Identity;
using TitleWorkflow.Persistence.Accounts;

namespace TitleWorkflow.Web.Security;

/// <summary>Browser sessions by ASP.NET Core Identity.</summary>
internal sealed class IdentitySignIn(SignInManager<Account> manager, IDemoAccounts demo) : ISignIn
{
    public async Task<bool> SignInAsync(string userName, string password) =>
        (await manager.PasswordSignInAsync(userName, password, isPersistent: false, lockoutOnFailure: true)).Succeeded;

    public async Task<bool> SignInDemoAsync(string userName)
    {
        if (!demo.Enabled
            || !demo.Groups.Any(group => group.Accounts.Any(account => account.UserName == userName))
            || await manager.UserManager.FindByNameAsync(userName) is not { } found)
        {
            return false;
        }

        await manager.SignInAsync(found, isPersistent: false);

        return true;
    }

    public Task SignOutAsync() => manager.SignOutAsync();
}
