using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Localization;
using TitleWorkflow.Web.Pages.Declarations;
using TitleWorkflow.Web.Problems;
using TitleWorkflow.Web.Security;
using TitleWorkflow.Web.Studio;
using TitleWorkflow.Web.Texts;

namespace TitleWorkflow.Web.Shell;

/// <summary>What every page stands on: texts, layouts, headers, refusals.</summary>
internal static class ShellSetup
{
    /// <summary>
    /// Registers the shell. What the product itself provides (accounts, clock, counts) replaces the stand-ins.
    /// </summary>
    public static IServiceCollection AddShell(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddSingleton<IStringLocalizer, JsonTexts>().AddSingleton<Formats>().AddSingleton<DeclarationWords>();
        services.Configure<RequestLocalizationOptions>(Languages.Configure);
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All)); // Chinese stays readable in the page source
        services.AddRouting(options => options.LowercaseUrls = true);
        services.AddRazorPages(options =>
            {
                options.Conventions.ConfigureFilter(new HandlerPolicies());
                options.Conventions.ConfigureFilter(new RefusalOnPage());
            })
            .AddDataAnnotationsLocalization()
            .AddViewOptions(options => options.HtmlHelperOptions.ClientValidationEnabled = false);
        // The policy's frame-ancestors says it already.
        services.AddAntiforgery(options => options.SuppressXFrameOptionsHeader = true);
        services.AddProblems();

        services.TryAddSingleton<IBadges, NoBadges>();
        services.AddScoped<Acting>();

        return services;
    }

    /// <summary>The part of the pipeline in front of accounts and pages.</summary>
    public static WebApplication UseShell(this WebApplication app)
    {
        app.Use(SecurityHeaders.AddAsync);
        app.UseStudio();
        app.UseRequestLocalization();
        app.UseProblems();
        app.UseRouting();

        return app;
    }

    /// <summary>Static files and pages.</summary>
    public static WebApplication MapShell(this WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorPages().WithStaticAssets();
        // What is not there is not found, rather than forbidden because nobody allowed it.
        app.MapFallback(() => TypedResults.NotFound()).AllowAnonymous();

        return app;
    }
}
