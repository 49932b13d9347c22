using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TitleWorkflow.Application.Applicants;
using TitleWorkflow.Application.Notices;
using TitleWorkflow.Application.Operation;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Application.Seed;
using TitleWorkflow.Application.Spreadsheets;
using TitleWorkflow.Application.Workflows;
using TitleWorkflow.Domain.Applicants;
using TitleWorkflow.Persistence;
using TitleWorkflow.Persistence.Accounts;
using TitleWorkflow.Persistence.Auditing;
using TitleWorkflow.Persistence.Operation;
using TitleWorkflow.Persistence.Writing;

namespace TitleWorkflow.Application.Tests.Harness;

/// <summary>
/// The product without HTTP, on a real database of its own: everything is registered as in the real one, but for who
/// sends, what time it is and where mails go.
/// </summary>
public sealed class Product : IAsyncDisposable
{
    /// <summary>First day of most tests: a Monday, with every official calendar around it loaded.</summary>
    public static readonly DateOnly FirstDay = new(2022, 7, 18);

    private readonly Database database;
    private readonly bool ownsDatabase;
    private readonly ServiceProvider services;

    private Product(Database database, SetClock clock, Action<IServiceCollection>? adapt, bool ownsDatabase = true)
    {
        this.database = database;
        this.ownsDatabase = ownsDatabase;
        Clock = clock;
        var all = new ServiceCollection()
            .AddPersistence(database.Options)
            .AddApplication()
            .AddMediatR(c => c.RegisterServicesFromAssemblyContaining<Product>())
            .AddLogging(l => l.SetMinimumLevel(LogLevel.Warning).AddProvider(Log))
            .AddSingleton<TimeProvider>(clock)
            .AddSingleton<IMailSender>(Mail)
            .AddScoped<SendingUser>()
            .AddScoped<ICurrentUser>(s => s.GetRequiredService<SendingUser>())
            .AddSingleton<IPasswordHasher<Account>, PasswordHasher<Account>>()
            .AddScoped<DemoCity>()
            .AddScoped<LoadCalendars>()
            .AddScoped<LoadRuleSets>()
            .AddScoped<ImportFlowFiles>();
        adapt?.Invoke(all);
        services = all.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
    }

    /// <summary>The clock everything goes by.</summary>
    public SetClock Clock { get; }

    /// <summary>What left the house.</summary>
    public RecordedMail Mail { get; } = new();

    /// <summary>What was logged, warnings and errors.</summary>
    public RecordedLog Log { get; } = new();

    /// <summary>Whether this process is the one that does what happens by itself.</summary>
    public DutyRoster Duty => services.GetRequiredService<DutyRoster>();

    /// <summary>The product on an empty database; nothing is seeded.</summary>
    /// <param name="provider">The database.</param>
    /// <param name="today">The day its clock stands at, nine in the morning; <see cref="FirstDay"/> if not said.</param>
    /// <param name="adapt">Replaces services.</param>
    public static async Task<Product> EmptyAsync(
        DatabaseProvider provider, DateOnly? today = null, Action<IServiceCollection>? adapt = null) =>
        new(await Database.CreateAsync(provider), new SetClock(today ?? FirstDay), adapt);

    /// <summary>The product with the demonstration city: calendars, offices, people, committee, plan and published flows.</summary>
    /// <param name="provider">The database.</param>
    /// <param name="today">The day its clock stands at, nine in the morning; <see cref="FirstDay"/> if not said.</param>
    /// <param name="adapt">Replaces services.</param>
    /// <param name="applicants">Further applicants, <c>applicant-0001</c> on.</param>
    public static async Task<Product> WithCityAsync(
        DatabaseProvider provider, DateOnly? today = null, Action<IServiceCollection>? adapt = null, int applicants = 0)
    {
        var product = await EmptyAsync(provider, today, adapt);
        await product.InScopeAsync(Sender.Nobody, async scope =>
        {
            await scope.GetRequiredService<LoadCalendars>().RunAsync(default);
            await scope.GetRequiredService<LoadRuleSets>().RunAsync(default);
            await scope.GetRequiredService<ImportFlowFiles>().RunAsync(Flows(), publish: true, default);
            await scope.GetRequiredService<DemoCity>().CreateAsync(today ?? FirstDay, "unused", applicants, default);
            return true;
        });
        return product;
    }

    /// <summary>Another process on the same database, by the same clock; end it before this one.</summary>
    public Product AnotherNode() => new(database, Clock, adapt: null, ownsDatabase: false);

    /// <summary>Sends a command or query as somebody.</summary>
    public Task<TResult> SendAs<TResult>(Sender sender, IRequest<TResult> request) =>
        InScopeAsync(sender, scope => scope.GetRequiredService<ISender>().Send(request));

    /// <summary>Sends a command without an answer as somebody.</summary>
    public Task SendAs(Sender sender, IRequest request) => InScopeAsync(sender, async scope =>
    {
        await scope.GetRequiredService<ISender>().Send(request);
        return true;
    });

    /// <summary>Sends a command or query as a person of the demonstration city.</summary>
    public Task<TResult> SendAs<TResult>(string userName, IRequest<TResult> request) => SendAs(Sender.Of(userName), request);

    /// <summary>Sends a command without an answer as a person of the demonstration city.</summary>
    public Task SendAs(string userName, IRequest request) => SendAs(Sender.Of(userName), request);

    /// <summary>Does what the clock has reached; returns how many things were done.</summary>
    public Task<int> DoDueWorkAsync() => services.GetRequiredService<DueWork>().RunAsync(default);

    /// <summary>Goes on duty and sends what waits in the outbox; returns how many mails left.</summary>
    public async Task<int> SendMailsAsync()
    {
        await Duty.TakeAsync(default);
        return await services.GetRequiredService<MailRound>().RunAsync(default);
    }

    /// <summary>Hands in a list of applicants as somebody.</summary>
    public async Task<ApplicantImportId> ImportAsync(string userName, IReadOnlyList<IReadOnlyList<string>> rows) =>
        (await SendAs(userName, new ImportApplicants.Command(
            DemoCity.Plan, "名单.xlsx", new MemoryStream(Spreadsheet.Write("名单", rows))))).Import;

    /// <summary>Works off the lists of applicants, on duty until the last row.</summary>
    public async Task WorkOffListsAsync()
    {
        do
        {
            await Duty.TakeAsync(default);
            await services.GetRequiredService<ImportRound>().RunAsync(default);
        }
        while (await ReadAsync(db => db.ApplicantImports.AnyAsync(i => i.DueAt != null)));
    }

    /// <summary>Asks whether there is something to do once a day; true if it was done now.</summary>
    public Task<bool> DoDailyWorkAsync() => services.GetRequiredService<DailyRound>().RunAsync(default);

    /// <summary>Looks at what is stored.</summary>
    public Task<TResult> ReadAsync<TResult>(Func<TitleDb, Task<TResult>> read) =>
        InScopeAsync(Sender.Nobody, scope => read(scope.GetRequiredService<TitleDb>()));

    /// <summary>Stores rows directly, past every rule, as the ground a test stands on.</summary>
    public Task StoreAsync(params object[] rows) => InScopeAsync(Sender.Nobody, async scope =>
    {
        var db = scope.GetRequiredService<TitleDb>();
        db.AddRange(rows);
        return await db.SaveChangesAsync();
    });

    /// <summary>Hands a change set to the one writer, past the pipeline.</summary>
    public Task WriteAsync(Action<TitleDb> change, params IReadOnlyList<AuditDraft> audit) => InScopeAsync(Sender.Nobody, async scope =>
    {
        var db = scope.GetRequiredService<TitleDb>();
        change(db);
        await scope.GetRequiredService<ChangeWriter>().CommitAsync(db, audit, default);
        return true;
    });

    /// <summary>Takes a number of a series.</summary>
    public Task<int> NextNumberAsync(string series) => services.GetRequiredService<Numbers>().NextAsync(series, default);

    /// <summary>Uses the product's services as somebody, in a scope of their own.</summary>
    public async Task<TResult> InScopeAsync<TResult>(Sender sender, Func<IServiceProvider, Task<TResult>> use)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<SendingUser>().Sender = sender;
        return await use(scope.ServiceProvider);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        if (ownsDatabase)
        {
            await database.DisposeAsync();
        }
    }

    private static string Flows()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "TitleWorkflow.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("No folder above has the solution.");
        }

        return Path.Combine(folder, "workflows");
    }
}
