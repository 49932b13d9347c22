using System.Globalization;
using System.Security.Cryptography;

namespace TitleWorkflow.CrashDrill;

/// <summary>
/// Takes declarations from the form to the certificate while a server is killed at random, and then holds the
/// database against the ledger: nothing acknowledged is lost, nothing is done twice, nothing is missing.
/// </summary>
public sealed class Drill(DrillOptions options, TextWriter output) : IDisposable
{
    private readonly SemaphoreSlim killing = new(1);
    private int kills;

    /// <inheritdoc />
    public void Dispose() => killing.Dispose();

    /// <summary>Runs the whole drill in a new temporary folder.</summary>
    public async Task<DrillReport> RunAsync(CancellationToken ct)
    {
        var folder = Directory.CreateTempSubdirectory("title-drill-").FullName;
        await using var database = await DrillDatabase.CreateAsync(options, folder);
        var servers = Enumerable.Range(1, options.Nodes).Select(i => Server(database, Path.Combine(folder, $"node{i}"))).ToList();
        try
        {
            await Task.WhenAll(servers.Select(server => server.StartAsync(ct)));
            return await RunAsync(servers, database, folder, ct);
        }
        finally
        {
            foreach (var server in servers)
            {
                await server.DisposeAsync();
            }
        }
    }

    private ServerProcess Server(DrillDatabase database, string folder) => new(
        Directory.CreateDirectory(folder).FullName,
        new Dictionary<string, string>
        {
            ["Demo__Applicants"] = options.Declarations.ToString(CultureInfo.InvariantCulture),
            ["Database__Provider"] = database.Provider,
            ["ConnectionStrings__Title"] = database.ConnectionString,
        },
        options.Server);

    private async Task<DrillReport> RunAsync(
        List<ServerProcess> servers, DrillDatabase database, string folder, CancellationToken ct)
    {
        using var ledger = new Ledger(Path.Combine(folder, "ledger.jsonl"));
        using var caller = new Caller([.. servers.Select(s => s.Address)], ledger);
        output.WriteLine($"Ledger and data are in {folder}.");

        using var working = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var road = new DrillRoad(options, caller, () => KillAsync(servers[0], ct));
        var work = road.RunAsync(working.Token);
        await KillAtRandomAsync(servers[0], work, ct);
        await work;

        var defects = new List<string>();
        await RepeatAsync(caller, ledger, defects, ct);
        await Inspection.HoldAsync(database, options.Declarations, defects, ct);
        return new DrillReport(kills, ledger.Answered.Count, caller.Repeated, defects);
    }

    private async Task KillAtRandomAsync(ServerProcess server, Task work, CancellationToken ct)
    {
        while (kills < options.Kills && !work.IsFaulted)
        {
            // The instant must be random to hit every kind of moment. Work that ends early does not end the kills: what is
            // stored must survive those that remain, too. A busy machine needs longer to get anything done between two kills.
            var latest = Math.Max(2500, (int)server.StartTook.TotalMilliseconds);
            await Task.WhenAny(Task.Delay(RandomNumberGenerator.GetInt32(200, latest), ct), work);
            await KillAsync(server, ct);
        }
    }

    private async Task KillAsync(ServerProcess server, CancellationToken ct)
    {
        await killing.WaitAsync(ct);
        try
        {
            await server.KillAsync();
            kills++;
            await server.StartAsync(ct);
        }
        finally
        {
            killing.Release();
        }
    }

    // Every acknowledged command, sent again with its key, gives its first answer.
    private static async Task RepeatAsync(Caller caller, Ledger ledger, List<string> defects, CancellationToken ct)
    {
        foreach (var line in ledger.Answered.Where((_, i) => i % 7 == 0))
        {
            var (_, text) = await caller.AgainAsync(line, ct);
            if (text != line.Answer)
            {
                defects.Add($"{line.Method} {line.Path} answered differently on a retry: {line.Answer} / {text}");
            }
        }
    }
}
