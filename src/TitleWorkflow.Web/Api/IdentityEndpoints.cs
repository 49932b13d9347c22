using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using TitleWorkflow.Persistence.Accounts;
using TitleWorkflow.Web.Security;

namespace TitleWorkflow.Web.Api;

/// <summary>Tokens for programs, as ASP.NET Core Identity gives them.</summary>
internal static class IdentityEndpoints
{
    /// <param name="UserName">Account.</param>
    /// <param name="Password">Its password.</param>
    internal sealed record LoginBody(string UserName, string Password);

    /// <param name="RefreshToken">From an earlier answer.</param>
    internal sealed record RefreshBody(string RefreshToken);

    public static void MapIdentity(this RouteGroupBuilder api)
    {
        var group = api.MapGroup("/identity").WithTags("Identity").AllowAnonymous().WithMetadata(new NeedsNoKey());
        group.MapPost("/login", LoginAsync)
            .WithName("Login")
            .WithSummary("Signs in with user name and password; answers access and refresh token.")
            .Produces<AccessTokenResponse>();
        group.MapPost("/refresh", RefreshAsync)
            .WithName("Refresh")
            .WithSummary("Exchanges a refresh token for new tokens.")
            .Produces<AccessTokenResponse>();
    }

    private static async Task<Results<EmptyHttpResult, UnauthorizedHttpResult>> LoginAsync(
        LoginBody body, PasswordSignIn passwords) =>
        // The bearer handler has written the tokens.
        await passwords.TryAsync(body.UserName, body.Password, IdentityConstants.BearerScheme)
            ? TypedResults.Empty
            : TypedResults.Unauthorized();

    private static async Task<Results<SignInHttpResult, UnauthorizedHttpResult>> RefreshAsync(
        RefreshBody body,
        SignInManager<Account> manager,
        PasswordSignIn passwords,
        IOptionsMonitor<BearerTokenOptions> bearer)
    {
        var ticket = bearer.Get(IdentityConstants.BearerScheme).RefreshTokenProtector.Unprotect(body.RefreshToken);
        var live = ticket?.Properties.ExpiresUtc > TimeProvider.System.GetUtcNow();

        if (live && await manager.ValidateSecurityStampAsync(ticket!.Principal) is { } account)
        {
            return TypedResults.SignIn(
                await manager.CreateUserPrincipalAsync(account), authenticationScheme: IdentityConstants.BearerScheme);
        }

        // A token we once gave is somebody's; what nobody can read was never one.
        if (ticket is not null)
        {
            await passwords.RefuseAsync(ticket.Principal.Identity?.Name ?? "", "sign-in.token-over");
        }

        return TypedResults.Unauthorized();
    }
}
