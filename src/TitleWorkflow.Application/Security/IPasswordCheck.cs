using TitleWorkflow.Domain.Organisations;

namespace TitleWorkflow.Application.Security;

/// <summary>Asks for the password once more before an act that binds (step-up).</summary>
public interface IPasswordCheck
{
    /// <summary>True if <paramref name="password"/> is the person's; false counts as a failed attempt of the account.</summary>
    Task<bool> IsRightAsync(PersonId person, string password);
}
