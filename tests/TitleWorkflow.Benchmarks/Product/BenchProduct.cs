using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TitleWorkflow.Application;
using TitleWorkflow.Application.Declarations;
using TitleWorkflow.Application.Notices;
using TitleWorkflow.Application.Operation;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Application.Seed;
using TitleWorkflow.Application.Workflows;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Persistence;
using TitleWorkflow.Persistence.Accounts;
using TitleWorkflow.Persistence.Workflows;

namespace TitleWorkflow.Benchmarks.Product;

/// <summary>The product without HTTP, composed as the web composes it, with its city and the flow of twenty tasks.</summary>
internal sealed class BenchProduct : IAsyncDisposable
{
    private static readonly DateOnly FirstDay = new(2026, 3, 2);

    private readonly ServiceProvider services;
    private readonly ApplicationClock clock = new(TimeProvider.System);

    private BenchProduct(DatabaseOptions database)
    {
        clock.Set(FirstDay.StartsAt(hour: 9));
        services = new ServiceCollection()
            .AddPersistence(database)
            .AddApplication()
            .AddLogging(l => l.SetMinimumLevel(LogLevel.Error).AddSimpleConsole())
            .AddSingleton<TimeProvider>(clock)
            .AddSingleton<IMailSender, NoMail>()
            .AddScoped<BenchUser>()
            .AddScoped<ICurrentUser>(s => s.GetRequiredService<BenchUser>())
            .AddSingleton<IPasswordHasher<Account>, PasswordHasher<Account>>()
            .BuildServiceProvider();
    }

    /// <summary>The plan whose declarations take the flow of twenty tasks.</summary>
    public static PlanId Plan { get; } = new(new Guid("01970000-0000-7000-8000-000000000020"));

    /// <summary>The plan whose declarations wait for an hour.</summary>
    public static PlanId WaitPlan { get; } = new(new Guid("01970000-0000-7000-8000-000000000021"));

    /// <summary>The product on an empty database.</summary>
    public static async Task<BenchProduct> CreateAsync(DatabaseOptions database, string folder, int applicants)
    {
        var product = new BenchProduct(database);
        await product.InScopeAsync(Sender.Nobody, null, async scope =>
        {
            await scope.GetRequiredService<TitleDb>().Database.MigrateAsync();
            await scope.GetRequiredService<LoadCalendars>().RunAsync(default);
            await scope.GetRequiredService<LoadRuleSets>().RunAsync(default);
            await scope.GetRequiredService<DemoCity>().CreateAsync(FirstDay, "Qingtan-2026", applicants, default);
            await ImportFlowAsync(scope, folder);
            await AddPlanAsync(scope.GetRequiredService<TitleDb>(), Plan, TitleLevel.DeputySenior, BenchFlow.DefinitionId);
            await AddPlanAsync(scope.GetRequiredService<TitleDb>(), WaitPlan, TitleLevel.FullSenior, WaitFlow.DefinitionId);
            return true;
        });
        return product;
    }

    /// <summary>Starts one declaration for each applicant in the range.</summary>
    public Task StartAsync(int first, int count) => Parallel.ForEachAsync(
        Enumerable.Range(first, count),
        new ParallelOptions { MaxDegreeOfParallelism = 64 },
        async (number, ct) => await SendAsync(Sender.Applicant(number), new StartDeclaration.Command(Plan), ct));

    public Task<TResult> SendAsync<TResult>(Sender sender, IRequest<TResult> request, CancellationToken ct = default) =>
        InScopeAsync(
            sender, Guid.NewGuid().ToString("N"), scope => scope.GetRequiredService<ISender>().Send(request, ct));

    public Task<TResult> ReadAsync<TResult>(Func<TitleDb, Task<TResult>> read) =>
        InScopeAsync(Sender.Nobody, null, scope => read(scope.GetRequiredService<TitleDb>()));

    /// <summary>Moves the clock past every wait of the flow that waits, and does all that is due; returns how much it was.</summary>
    public Task<int> DrainAsync(CancellationToken ct)
    {
        clock.Set(clock.GetUtcNow().AddHours(2));
        return services.GetRequiredService<DueWork>().RunAsync(ct);
    }

    public async ValueTask DisposeAsync() => await services.DisposeAsync();

    // Twenty tasks in a row are no review that could be published, so they are stored as they are.
    private static async Task ImportFlowAsync(IServiceProvider scope, string folder)
    {
        var flows = Directory.CreateDirectory(Path.Combine(folder, "flows")).FullName;
        await File.WriteAllTextAsync(Path.Combine(flows, WaitFlow.DefinitionId + ".json"), WaitFlow.Json);
        await scope.GetRequiredService<ImportFlowFiles>().RunAsync(flows, publish: true, default);
        var db = scope.GetRequiredService<TitleDb>();
        db.WorkflowVersions.Add(new WorkflowVersion
        {
            Id = BenchFlow.DefinitionId + "-1",
            DefinitionId = BenchFlow.DefinitionId,
            Version = 1,
            Name = BenchFlow.DefinitionId,
            Json = BenchFlow.Json(),
            ContentHash = BenchFlow.DefinitionId,
            CreatedAt = DateTimeOffset.UnixEpoch,
            IsPublished = true,
        });
        await db.SaveChangesAsync();
    }

    private static async Task AddPlanAsync(TitleDb db, PlanId plan, TitleLevel level, string flow)
    {
        var shipped = await db.Plans.AsNoTracking().SingleAsync(p => p.Id == DemoCity.Plan);
        db.Plans.Add(new AnnualPlan(
            plan, shipped.Title, shipped.EnglishTitle, shipped.Year, shipped.Committee, shipped.Series, shipped.Specialty,
            level, shipped.Channel, shipped.OpensOn, shipped.ClosesOn, shipped.RuleSet, flow,
            shipped.Form, shipped.Standard));
        await db.SaveChangesAsync();
    }

    private async Task<TResult> InScopeAsync<TResult>(Sender sender, string? key, Func<IServiceProvider, Task<TResult>> use)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<BenchUser>().Become(sender, key);
        return await use(scope.ServiceProvider);
    }

    private sealed class NoMail : IMailSender
    {
        public Task SendAsync(
            Guid id, string to, string text, IReadOnlyList<string> values, string? link, CancellationToken ct) => Task.CompletedTask;
    }
}
