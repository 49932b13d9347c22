using System.Security.Claims;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Organisations;

namespace TitleWorkflow.Web.Security;

/// <summary>Who sends this request. In scopes without a request it is nobody: the product's own clock.</summary>
internal sealed class CurrentUser : ICurrentUser
{
    /// <summary>Claim that carries the person's id.</summary>
    public const string PersonClaim = "person";

    public PersonId? Person { get; private set; }

    public string Name { get; private set; } = "";

    public IReadOnlyList<HeldGrant> Grants { get; private set; } = [];

    public string Origin { get; private set; } = "-";

    public string? IdempotencyKey { get; private set; }

    /// <summary>Fills the scope's user from the request, after authentication and before authorisation.</summary>
    public static async Task ReadAsync(HttpContext http, RequestDelegate next)
    {
        var user = http.RequestServices.GetRequiredService<CurrentUser>();
        user.Origin = http.Connection.RemoteIpAddress?.ToString() ?? "-";
        if (!HttpMethods.IsGet(http.Request.Method))
        {
            user.IdempotencyKey = await RequestKey.ReadAsync(http.Request, http.RequestAborted);
        }

        if (http.User.FindFirstValue(PersonClaim) is { } claim && Guid.TryParse(claim, out var id))
        {
            var grants = http.RequestServices.GetRequiredService<GrantsToday>();
            if (await grants.FindAsync(new PersonId(id), http.RequestAborted) is { } found)
            {
                (user.Person, user.Name, user.Grants) = (new PersonId(id), found.Name, found.Grants);
            }
        }

        await next(http);
    }
}
