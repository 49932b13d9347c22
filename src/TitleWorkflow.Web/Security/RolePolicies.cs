using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Organisations;

namespace TitleWorkflow.Web.Security;

/// <summary>Makes a policy from the roles an endpoint names.</summary>
internal sealed class RolePolicies(IOptions<AuthorizationOptions> options) : DefaultAuthorizationPolicyProvider(options)
{
    private const string Prefix = "roles:";
    private const string PrefixWithout = "all-but:";

    public static string Name(IReadOnlyList<Role> roles) => Prefix + string.Join(',', roles);

    public static string NameWithout(IReadOnlyList<Role> roles) => PrefixWithout + string.Join(',', roles);

    public override async Task<AuthorizationPolicy?> GetPolicyAsync(string policyName)
    {
        IAuthorizationRequirement? requirement = policyName switch
        {
            _ when policyName.StartsWith(Prefix, StringComparison.Ordinal) => new HeldRoles(Read(policyName[Prefix.Length..])),
            _ when policyName.StartsWith(PrefixWithout, StringComparison.Ordinal) =>
                new OtherRoles(Read(policyName[PrefixWithout.Length..])),
            _ => null,
        };

        return requirement is null
            ? await base.GetPolicyAsync(policyName)
            : new AuthorizationPolicyBuilder().RequireAuthenticatedUser().AddRequirements(requirement).Build();
    }

    private static Role[] Read(string names) =>
        [.. names.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<Role>)];
}

/// <summary>The person must hold one of the roles today; none means any person.</summary>
internal sealed record HeldRoles(IReadOnlyList<Role> Roles) : IAuthorizationRequirement;

/// <summary>The person must hold another role than these today, or none at all: one's own cases outlive one's roles.</summary>
internal sealed record OtherRoles(IReadOnlyList<Role> Kept) : IAuthorizationRequirement;

/// <summary>Asks the grants in force today.</summary>
internal sealed class HeldRolesHandler(ICurrentUser user) : IAuthorizationHandler
{
    public Task HandleAsync(AuthorizationHandlerContext context)
    {
        foreach (var requirement in context.PendingRequirements.Where(r => user.Person is not null && IsMet(r)).ToList())
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }

    private bool IsMet(IAuthorizationRequirement requirement) => requirement switch
    {
        HeldRoles held => held.Roles.Count == 0 || held.Roles.Any(user.Has),
        OtherRoles other => user.Grants.Count == 0 || user.Grants.Any(g => !other.Kept.Contains(g.Role)),
        _ => false,
    };
}
