using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Persistence.Accounts;

namespace TitleWorkflow.Web.Security;

/// <summary>Checks the password of an account as sign-in does, lockout included.</summary>
internal sealed class IdentityPasswordCheck(IServiceScopeFactory scopes) : IPasswordCheck
{
    public async Task<bool> IsRightAsync(PersonId person, string password)
    {
        // In a scope of its own: a failed attempt is written at once, whatever becomes of the act it was for.
        await using var scope = scopes.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var account = await accounts.Users.SingleOrDefaultAsync(a => a.Person == person);
        if (account is null || await accounts.IsLockedOutAsync(account))
        {
            return false;
        }

        var isRight = await accounts.CheckPasswordAsync(account, password);
        await (isRight ? accounts.ResetAccessFailedCountAsync(account) : accounts.AccessFailedAsync(account));

        return isRight;
    }
}
