using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Persistence.Accounts;

namespace TitleWorkflow.Web.Security;

/// <summary>
/// Asks ASP.NET Core Identity whether a typed password is the person's; wrong ones count towards the lock-out. It works in a
/// scope of its own: Identity saves at once, and must not save what the command under way has not finished.
/// </summary>
internal sealed class PasswordCheck(IServiceScopeFactory scopes) : IPasswordCheck
{
    public async Task<bool> IsRightAsync(PersonId person, string password)
    {
        await using var scope = scopes.CreateAsyncScope();
        var manager = scope.ServiceProvider.GetRequiredService<SignInManager<Account>>();
        var account = await manager.UserManager.Users.SingleOrDefaultAsync(a => a.Person == person);

        return account is not null
            && (await manager.CheckPasswordSignInAsync(account, password, lockoutOnFailure: true)).Succeeded;
    }
}
