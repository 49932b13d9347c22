using Microsoft.AspNetCore.Authorization;
using TitleWorkflow.Domain.Organisations;

namespace TitleWorkflow.Web.Security;

/// <summary>
/// Who may come here at all: holders of any of the roles, anywhere. Which items they see is the slice's affair. Without roles:
/// everybody who is signed in.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class ForRolesAttribute(params Role[] roles) : Attribute, IAuthorizeData
{
    /// <summary>The roles; empty for everybody who is signed in.</summary>
    public IReadOnlyList<Role> Held { get; } = roles;

    /// <summary>Name of the policy, made from the roles.</summary>
    public string? Policy
    {
        get => RolePolicies.Name(Held);
        set => throw new NotSupportedException("The policy follows from the roles.");
    }

    /// <summary>Not used: our roles are grants, not claims.</summary>
    public string? Roles { get; set; }

    /// <summary>Not used: the default scheme of page or API applies.</summary>
    public string? AuthenticationSchemes { get; set; }
}
