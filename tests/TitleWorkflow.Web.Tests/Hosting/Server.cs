using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TitleWorkflow.Application.Nominations;
using TitleWorkflow.Application.Operation;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Persistence;
using TitleWorkflow.Web.Operation.Rounds;

namespace TitleWorkflow.Web.Tests.Hosting;

/// <summary>
/// The real program with its demonstration city on a database of its own. Its clock is set by hand and nothing moves by itself.
/// </summary>
public abstract class Server : IAsyncLifetime
{
    /// <summary>The one password of the demonstration's accounts.</summary>
    internal const string Password = "Qingtan-2026";

    private readonly string folder = Directory.CreateTempSubdirectory("titleworkflow-").FullName;
    private readonly ConcurrentDictionary<string, Lazy<Task<Visitor>>> visitors = new();
    private readonly ConcurrentQueue<string> errors = new();
    private TestDatabase? database;
    private IReadOnlyList<WebApplicationFactory<Program>> nodes = [];

    /// <summary>First day of the demonstration, at 9:00.</summary>
    protected virtual DateOnly Start => new(2026, 3, 2);

    /// <summary>Further applicants, <c>applicant-0001</c> on.</summary>
    protected virtual int MoreApplicants => 0;

    /// <summary>Folder of the flow files to start with; null for those the product ships.</summary>
    protected virtual string? Flows => null;

    /// <summary>Processes that serve the one database; more than one on PostgreSQL only.</summary>
    protected virtual int Nodes => 1;

    /// <summary>Whether a browser can reach it: then it listens on a free port of this machine.</summary>
    protected virtual bool Listens => false;

    private protected virtual DatabaseProvider Provider => DatabaseProvider.Sqlite;

    /// <summary>False where the database it needs is not there; then its tests are skipped.</summary>
    internal bool Runs => nodes.Count > 0;

    internal IServiceProvider Services => Program.Services;

    /// <summary>Where it listens.</summary>
    internal Uri Address => Program.ClientOptions.BaseAddress;

    internal IReadOnlyCollection<string> Errors => errors;

    internal Visitor Anybody => At(0);

    internal DateOnly Today => Clock.Today();

    private WebApplicationFactory<Program> Program =>
        nodes.Count > 0 ? nodes[0] : throw new InvalidOperationException("The server has not been started.");

    private ApplicationClock Clock => Program.Services.GetRequiredService<ApplicationClock>();

    public virtual async Task InitializeAsync()
    {
        if (Provider == DatabaseProvider.Postgres && !TestDatabase.HasPostgres)
        {
            return;
        }

        database = await TestDatabase.CreateAsync(Provider, folder);
        nodes = [.. Enumerable.Range(0, Nodes).Select(Node)];

        // The first client starts a host; several start at the same time, as they would after a power cut.
        await Task.WhenAll(nodes.Select(node => Task.Run(() => node.CreateClient().Dispose())));
    }

    public virtual async Task DisposeAsync()
    {
        foreach (var node in nodes)
        {
            await node.DisposeAsync();
        }

        if (database is not null)
        {
            await database.DisposeAsync();
        }

        Directory.Delete(folder, recursive: true);
    }

    /// <summary>A stranger at one of the nodes, from 0.</summary>
    internal Visitor At(int node)
    {
        var client = nodes[node].CreateClient();

        // A busy machine is slow, not wrong; whatever hangs is ended by the test run's own limit.
        client.Timeout = Timeout.InfiniteTimeSpan;
        return new Visitor(client, errors);
    }

    /// <summary>A browser at one of the nodes; several share their cookies as one browser behind a proxy does.</summary>
    internal HttpClient BrowserAt(int node, CookieContainer cookies) =>
        nodes[node].CreateDefaultClient(new CookieContainerHandler(cookies));

    /// <summary>Somebody signed in; the demonstration's user names.</summary>
    internal Task<Visitor> As(string userName) => visitors.GetOrAdd(
        userName,
        name => new Lazy<Task<Visitor>>(async () =>
        {
            var visitor = Anybody;
            await visitor.SignInAsync(name, Password);
            return visitor;
        })).Value;

    /// <summary>A browser without a session: it keeps no cookies and follows no redirect by itself.</summary>
    internal HttpClient Browser() =>
        Program.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = false });

    /// <summary>
    /// Moves the clock to an hour of a day, midnight by midnight, and does what falls due on the way as if the product had run.
    /// </summary>
    internal async Task ClockAt(DateOnly date, int hour = 9)
    {
        for (var day = Clock.Today().AddDays(1); day <= date; day = day.AddDays(1))
        {
            await ClockAt(day.StartsAt());
        }

        await ClockAt(date.StartsAt(hour));
    }

    /// <summary>Moves the clock to an instant at once and does what falls due.</summary>
    internal async Task ClockAt(DateTimeOffset instant)
    {
        await using (var scope = Program.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<DemoClock>().SetAsync(instant, CancellationToken.None);
        }

        await Program.Services.GetRequiredService<DueWork>().RunAsync(CancellationToken.None);
        Assert.Equal([], errors);
    }

    /// <summary>Looks into the database, for what no answer shows.</summary>
    internal async Task<T> Read<T>(Func<TitleDb, Task<T>> read)
    {
        await using var scope = Program.Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<TitleDb>());
    }

    /// <summary>Stores what no screen offers yet, such as another rule set.</summary>
    internal async Task Store(params object[] rows)
    {
        await using var scope = Program.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TitleDb>();
        db.AddRange(rows);
        await db.SaveChangesAsync();
    }

    /// <summary>Adds to the program what a test watches it with.</summary>
    private protected virtual void Arrange(IServiceCollection services)
    {
    }

    private WebApplicationFactory<Program> Node(int number)
    {
        var node = new WebApplicationFactory<Program>()
            .WithWebHostBuilder(builder => Configure(builder, Path.Combine(folder, $"node{number}")));
        if (Listens)
        {
            node.UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port: 0));
        }

        return node;
    }

    private void Configure(IWebHostBuilder builder, string data)
    {
        builder.UseEnvironment(Environments.Production);
        builder.UseSetting("Demo", "true");
        builder.UseSetting("Demo:Start", $"{Start:yyyy-MM-dd}T09:00:00+08:00");
        builder.UseSetting("Demo:Password", Password);
        builder.UseSetting("Demo:Applicants", $"{MoreApplicants}");
        builder.UseSetting("Data:Directory", data);
        if (Flows is not null)
        {
            builder.UseSetting("Workflows:Directory", Flows);
        }

        builder.UseSetting("Database:Provider", $"{Provider}");
        builder.UseSetting("ConnectionStrings:Title", database!.Connection);
        builder.ConfigureLogging(logging => logging.ClearProviders().AddProvider(new ErrorLog(errors)));
        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton(new ApplicationClock(new StandingClock()));
            foreach (var service in services.Where(HappensByItself).ToList())
            {
                services.Remove(service);
            }

            // What a hash costs an attacker is not what is tested here, and everybody signs in.
            services.Configure<PasswordHasherOptions>(options => options.IterationCount = 100);
            services.AddSingleton(new SigningOptions { Rounds = 100 });
            Arrange(services);
        });
    }

    private static bool HappensByItself(ServiceDescriptor service) =>
        service.ServiceType == typeof(IHostedService)
        && (service.ImplementationType ?? service.ImplementationFactory?.Method.ReturnType) is { } type
        && (type.IsSubclassOf(typeof(Round)) || type.Namespace?.StartsWith("Quartz", StringComparison.Ordinal) == true);
}
