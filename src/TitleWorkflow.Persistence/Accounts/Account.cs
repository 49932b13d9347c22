using Microsoft.AspNetCore.Identity;
using TitleWorkflow.Domain.Organisations;

namespace TitleWorkflow.Persistence.Accounts;

/// <summary>The sign-in of one person.</summary>
public sealed class Account : IdentityUser<Guid>
{
    /// <summary>Who signs in with it.</summary>
    public PersonId Person { get; set; }
}
