using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TitleWorkflow.Application;
using TitleWorkflow.Application.Operation;
using TitleWorkflow.Persistence;
using TitleWorkflow.Web.Api;
using TitleWorkflow.Web.Channels;
using TitleWorkflow.Web.Files;
using TitleWorkflow.Web.Notices;
using TitleWorkflow.Web.Operation.Health;
using TitleWorkflow.Web.Operation.Rounds;
using TitleWorkflow.Web.Printing;
using TitleWorkflow.Web.Security;
using TitleWorkflow.Web.Shell;
using TitleWorkflow.Web.Studio;
using TitleWorkflow.Web.Workflows;

namespace TitleWorkflow.Web.Operation;

/// <summary>Where data is kept, which clock runs, what happens by itself.</summary>
internal static class HostSetup
{
    /// <summary>The whole product, configured and ready to be built.</summary>
    public static WebApplicationBuilder Compose(string[] args)
    {
        var builder = WebApplication.CreateBuilder(Options(args));
        builder.AddHosting();
        builder.BuildModel();
        builder.Services.AddApplication().AddAccounts().AddApi().AddShell().AddPrinting().AddChannels().AddStudio();

        return builder;
    }

    // A published program brings its files along, wherever it is started from; in the sources the host looks for the project's.
    private static WebApplicationOptions Options(string[] args) => new()
    {
        Args = args,
        ContentRootPath = Directory.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot")) ? AppContext.BaseDirectory : null,
    };

    private static WebApplicationBuilder AddHosting(this WebApplicationBuilder builder)
    {
        // A build runs in every environment as it does in Development: its compressed files lie beside, not in wwwroot.
        builder.WebHost.UseStaticWebAssets();

        // Which server answers is nobody's business, and not worth its bytes in every answer.
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);

        // Unless somebody is changing them, files stay as they were built: a browser that has them is told so in a line.
        builder.Configuration["ReloadStaticAssetsAtRuntime"] ??=
            Environment.GetEnvironmentVariable("DOTNET_WATCH") == "1" ? bool.TrueString : bool.FalseString;

        var data = DataDirectory(builder);
        var demo = DemoOptions.Read(builder.Configuration, builder.Environment);
        var database = Database(builder.Configuration, data);
        builder.Services.AddPersistence(database);
        builder.Services.AddSingleton(new HostDirectories(data, FlowDirectory(builder.Configuration)));
        builder.Services.AddSingleton(demo);
        builder.Services.AddSingleton(new ApplicationClock(TimeProvider.System));
        builder.Services.TryAddSingleton<TimeProvider>(s => s.GetRequiredService<ApplicationClock>());
        builder.Services.AddSingleton<IDemoAccounts, DemoAccounts>();
        builder.Services.AddScoped<IDemoBar, DemoBar>();
        builder.Services.AddScoped<VisitWords>().AddScoped<InstanceWords>();
        builder.Services.AddFiles(database.Provider);
        builder.Services.AddNotices(builder.Configuration);
        builder.Services.AddScoped<InboxBadges>().AddScoped<IBadges>(s => s.GetRequiredService<InboxBadges>());
        builder.Services.AddScoped<FlowPicture>();
        builder.Services.AddRounds(database);
        builder.Services.AddNode(builder.Configuration, database.Provider, demo);
        builder.Services.AddHealth();

        return builder;
    }

    private static string DataDirectory(WebApplicationBuilder builder) => Directory.CreateDirectory(
        Path.GetFullPath(builder.Configuration["Data:Directory"] ?? "data", builder.Environment.ContentRootPath)).FullName;

    // An empty value is no value: it would name the program's own folder, whose JSON files are no flows.
    private static string FlowDirectory(ConfigurationManager configuration) => Path.GetFullPath(
        configuration["Workflows:Directory"] is { Length: > 0 } given ? given : "workflows", AppContext.BaseDirectory);

    private static DatabaseOptions Database(ConfigurationManager configuration, string data)
    {
        var provider = configuration.GetValue("Database:Provider", DatabaseProvider.Sqlite);
        var given = configuration.GetConnectionString("Title");
        if (provider == DatabaseProvider.Postgres)
        {
            return DatabaseOptions.OnPostgres(given ?? throw new InvalidOperationException(
                "Database:Provider is Postgres; set ConnectionStrings:Title to its connection string."));
        }

        return new DatabaseOptions(
            provider, given ?? new SqliteConnectionStringBuilder { DataSource = Path.Combine(data, "title.db") }.ToString());
    }
}

/// <summary>Folders the product reads and writes.</summary>
/// <param name="Data">Database and uploaded files.</param>
/// <param name="Flows">Flow files read at start.</param>
internal sealed record HostDirectories(string Data, string Flows);
