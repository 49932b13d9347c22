using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Persistence;
using TitleWorkflow.Persistence.Accounts;
using TitleWorkflow.Web.Problems;

namespace TitleWorkflow.Web.Security;

/// <summary>Accounts, sessions, tokens, policies.</summary>
internal static class AccountSetup
{
    private const string CookieOrBearer = "CookieOrBearer";

    // An endpoint that names no policy is closed to everybody: forgetting one shows at once and leaks nothing.
    private static readonly AuthorizationPolicy ClosedToAll =
        new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build();

    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.AddIdentityCore<Account>(options =>
            {
                options.Password.RequiredLength = 10;
                options.Lockout.MaxFailedAccessAttempts = 10;
            })
            .AddEntityFrameworkStores<TitleDb>()
            .AddSignInManager()
            .AddClaimsPrincipalFactory<PersonClaims>();
        services.AddAuthentication(CookieOrBearer)
            .AddPolicyScheme(CookieOrBearer, null, options => options.ForwardDefaultSelector = http =>
                http.Request.Headers.Authorization.ToString().StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
                    ? IdentityConstants.BearerScheme
                    : IdentityConstants.ApplicationScheme)
            .AddCookie(IdentityConstants.ApplicationScheme, Configure)
            .AddBearerToken(IdentityConstants.BearerScheme);

        // Sessions and tokens live by the real clock, whatever a demonstration's clock says.
        services.Configure<BearerTokenOptions>(IdentityConstants.BearerScheme, o => o.TimeProvider = TimeProvider.System);
        services.Configure<SecurityStampValidatorOptions>(o => o.TimeProvider = TimeProvider.System);

        services.AddAuthorizationBuilder().SetFallbackPolicy(ClosedToAll);
        services.AddSingleton<IAuthorizationPolicyProvider, RolePolicies>();
        services.AddScoped<IAuthorizationHandler, HeldRolesHandler>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, PolicyRefusals>();
        services.AddScoped<CurrentUser>().AddScoped<ICurrentUser>(s => s.GetRequiredService<CurrentUser>());
        services.AddScoped<PasswordSignIn>().AddScoped<ISignIn, IdentitySignIn>();
        services.AddSingleton(new StrangerLimits(TimeProvider.System)).AddScoped<RefusedStrangers>();
        services.AddSingleton<IPasswordCheck, IdentityPasswordCheck>();
        services.AddDataProtection().SetApplicationName("TitleWorkflow");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>, SharedKeys>();

        return services;
    }

    public static WebApplication UseAccounts(this WebApplication app)
    {
        app.UseAuthentication();
        app.Use(CurrentUser.ReadAsync);
        app.UseAuthorization();
        app.Use(UnseenReads.WatchAsync);

        return app;
    }

    private static void Configure(CookieAuthenticationOptions options)
    {
        options.TimeProvider = TimeProvider.System;
        options.Cookie.Name = "zp-session";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.ExpireTimeSpan = TimeSpan.FromHours(8);
        options.SlidingExpiration = true;
        options.LoginPath = "/sign-in";
        options.ReturnUrlParameter = "returnUrl";
        options.Events.OnValidatePrincipal = SecurityStampValidator.ValidatePrincipalAsync;
        options.Events.OnRedirectToAccessDenied = context => Answer(context, StatusCodes.Status403Forbidden);
        var redirect = options.Events.OnRedirectToLogin;
        options.Events.OnRedirectToLogin = context => ProblemSetup.IsForPeople(context.HttpContext)
            ? redirect(context)
            : Answer(context, StatusCodes.Status401Unauthorized);
    }

    private static Task Answer(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        context.Response.StatusCode = status;

        return Task.CompletedTask;
    }

    private sealed class SharedKeys(IServiceScopeFactory scopes) : IConfigureOptions<KeyManagementOptions>
    {
        public void Configure(KeyManagementOptions options) => options.XmlRepository = new ProtectionKeys(scopes);
    }
}
