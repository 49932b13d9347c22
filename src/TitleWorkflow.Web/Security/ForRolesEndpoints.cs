using TitleWorkflow.Domain.Organisations;

namespace TitleWorkflow.Web.Security;

/// <summary>The same for minimal API endpoints as <see cref="ForRolesAttribute"/> and <see cref="ForAllButAttribute"/> for pages.</summary>
internal static class ForRolesEndpoints
{
    public static TBuilder ForRoles<TBuilder>(this TBuilder builder, params Role[] roles)
        where TBuilder : IEndpointConventionBuilder => builder.RequireAuthorization(new ForRolesAttribute(roles));

    public static TBuilder ForAllBut<TBuilder>(this TBuilder builder, params Role[] roles)
        where TBuilder : IEndpointConventionBuilder => builder.RequireAuthorization(new ForAllButAttribute(roles));
}
