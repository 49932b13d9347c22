using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Organisations;

namespace TitleWorkflow.Web.Security;

/// <summary>Makes a policy from the roles an endpoint names.</summary>
internal sealed class RolePolicies(IOptions<AuthorizationOptions> options) : DefaultAuthorizationPolicyProvider(options)
{
    private const string Prefix = "roles:";

    public static string Name(IReadOnlyList<Role> roles) => Prefix + string.Join(',', roles);

    public override async Task<AuthorizationPolicy?> GetPolicyAsync(string policyName)
    {
        if (!policyName.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return await base.GetPolicyAsync(policyName);
        }

        Role[] roles = [.. policyName[Prefix.Length..].Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<Role>)];
        return new AuthorizationPolicyBuilder().RequireAuthenticatedUser().AddRequirements(new HeldRoles(roles)).Build();
    }
}

/// <summary>The person must hold one of the roles today; none means any person.</summary>
internal sealed record HeldRoles(IReadOnlyList<Role> Roles) : IAuthorizationRequirement;

/// <summary>Asks the grants in force today.</summary>
internal sealed class HeldRolesHandler(ICurrentUser user) : AuthorizationHandler<HeldRoles>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, HeldRoles requirement)
    {
        if (user.Person is not null && (requirement.Roles.Count == 0 || requirement.Roles.Any(user.Has)))
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}
