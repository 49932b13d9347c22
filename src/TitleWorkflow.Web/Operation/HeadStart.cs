using TitleWorkflow.Persistence;

namespace TitleWorkflow.Web.Operation;

/// <summary>
/// The two slowest things of a start, done on another core while the rest goes on: both are kept once made, and whoever needs
/// one earlier waits for it. A failure shows there, where the same thing is asked for again.
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
    public static void BuildEndpoints(this IEndpointRouteBuilder app) =>
        _ = Task.Run(() => app.DataSources.Sum(source => source.Endpoints.Count));
}
