using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Web.Operation;

/// <summary>
/// The slowest things of a start, done on another core while the rest goes on: what they make is kept, and whoever needs it
/// earlier waits for it. A failure shows there, where the same thing is asked for again.
/// </summary>
internal static class HeadStart
{
    /// <summary>Begins to build the database model.</summary>
    public static void BuildModel(this WebApplicationBuilder builder)
    {
        var options = builder.Services.Select(s => s.ImplementationInstance).OfType<DatabaseOptions>().Single();
        _ = Task.Run(() =>
        {
            using var db = PersistenceSetup.Open(options);
            return db.Model;
        });
    }

    /// <summary>Begins to build the table of pages and endpoints.</summary>
    public static void BuildEndpoints(this IEndpointRouteBuilder app)
    {
        // Routing itself compiles endpoints, above all those of groups, each time it is asked for them, and asks more than once.
        foreach (var source in app.DataSources.Where(s => s.GetType().Assembly == typeof(RouteEndpoint).Assembly).ToList())
        {
            app.DataSources.Remove(source);
            app.DataSources.Add(new BuiltOnce(source));
        }

        _ = Task.Run(() => app.DataSources.Sum(source => source.Endpoints.Count));
    }

    /// <summary>Begins to draw the page everybody sees first, for nobody. The database must have its tables.</summary>
    public static void DrawFirstPage(this IEndpointRouteBuilder app) =>
        _ = Task.Run(async () =>
        {
            await using var scope = app.ServiceProvider.CreateAsyncScope();
            var page = app.DataSources.SelectMany(source => source.Endpoints).First(e => e.DisplayName == "/SignIn");
            var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
            context.SetEndpoint(page);
            context.Request.Method = HttpMethods.Get;
            context.Request.RouteValues["page"] = page.DisplayName;
            await page.RequestDelegate!(context);
        });

    private sealed class BuiltOnce(EndpointDataSource source) : EndpointDataSource
    {
        private readonly Lazy<IReadOnlyList<Endpoint>> endpoints = new(() => source.Endpoints);

        public override IReadOnlyList<Endpoint> Endpoints => endpoints.Value;

        public override IChangeToken GetChangeToken() => NullChangeToken.Singleton;
    }
}
