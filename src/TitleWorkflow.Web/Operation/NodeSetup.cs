using Microsoft.AspNetCore.HttpOverrides;
using TitleWorkflow.Application.Operation;
using TitleWorkflow.Persistence;
using TitleWorkflow.Web.Operation.Rounds;

namespace TitleWorkflow.Web.Operation;

/// <summary>What lets this process be one of several behind a proxy: who really asks, and what time it is for all of them.</summary>
internal static class NodeSetup
{
    public static IServiceCollection AddNode(
        this IServiceCollection services, IConfiguration configuration, DatabaseProvider provider, DemoOptions demo)
    {
        if (IsClockShared(demo, provider))
        {
            services.AddHostedService<ClockRound>();
        }

        return services.Configure<ForwardedHeadersOptions>(options =>
        {
            // Only a proxy is believed what it says of others: those on this machine, and those named here.
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            foreach (var network in configuration.GetSection("Proxy:Trusted").Get<string[]>() ?? [])
            {
                options.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(network));
            }
        });
    }

    public static WebApplication UseNode(this WebApplication app)
    {
        app.UseForwardedHeaders();
        if (IsClockShared(
            app.Services.GetRequiredService<DemoOptions>(), app.Services.GetRequiredService<DatabaseOptions>().Provider))
        {
            app.Use(ReadClockAsync);
        }

        return app;
    }

    private static bool IsClockShared(DemoOptions demo, DatabaseProvider provider) =>
        demo.Enabled && provider == DatabaseProvider.Postgres;

    // Another node may have moved the demonstration's clock; what follows from it must show on the very next page.
    private static async Task ReadClockAsync(HttpContext http, RequestDelegate next)
    {
        await http.RequestServices.GetRequiredService<DemoClock>().ReadAsync(http.RequestAborted);
        await next(http);
    }
}
