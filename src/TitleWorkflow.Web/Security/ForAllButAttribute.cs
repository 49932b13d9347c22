using Microsoft.AspNetCore.Authorization;
using TitleWorkflow.Domain.Organisations;

namespace TitleWorkflow.Web.Security;

/// <summary>
/// Everybody signed in, but not who holds none but these roles: what a role may never see or do, whatever a flow gives it.
/// Which items the others see is the slice's affair.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class ForAllButAttribute(params Role[] roles) : Attribute, IAuthorizeData
{
    /// <summary>The roles that never come here.</summary>
    public IReadOnlyList<Role> Kept { get; } = roles;

    /// <summary>Name of the policy, made from the roles.</summary>
    public string? Policy
    {
        get => RolePolicies.NameWithout(Kept);
        set => throw new NotSupportedException("The policy follows from the roles.");
    }

    /// <summary>Not used: our roles are grants, not claims.</summary>
    public string? Roles { get; set; }

    /// <summary>Not used: the default scheme of page or API applies.</summary>
    public string? AuthenticationSchemes { get; set; }
}
