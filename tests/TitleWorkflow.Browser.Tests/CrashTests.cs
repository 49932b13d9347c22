using TitleWorkflow.Browser.Tests.Harness;
using TitleWorkflow.CrashDrill;

namespace TitleWorkflow.Browser.Tests;

/// <summary>The short form of the drill; the long one is a command of its own (README).</summary>
public sealed class CrashTests
{
    private static readonly string? Postgres = Environment.GetEnvironmentVariable("TITLEWORKFLOW_POSTGRES");

    [Fact]
    public Task Nothing_acknowledged_is_lost_and_nothing_is_done_twice_when_the_server_is_killed_ten_times() =>
        HoldsAsync(new DrillOptions { Declarations = 10, Kills = 10, Clients = 16 });

    // Ten kills on PostgreSQL, too: five of the only node, five of one of two.
    [SkippableFact]
    public Task It_holds_on_PostgreSQL() =>
        HoldsAsync(new DrillOptions { Declarations = 10, Kills = 5, Clients = 16, Postgres = Server() });

    [SkippableFact]
    public Task It_holds_for_two_nodes_of_which_one_is_killed_again_and_again() =>
        HoldsAsync(new DrillOptions { Declarations = 10, Kills = 5, Clients = 16, Nodes = 2, Postgres = Server() });

    private static string Server()
    {
        PostgresDatabase.Require();
        return Postgres!;
    }

    private static async Task HoldsAsync(DrillOptions options)
    {
        using var drill = new Drill(options, TextWriter.Null);
        var report = await drill.RunAsync(CancellationToken.None);

        Assert.Empty(report.Defects);
        Assert.InRange(report.Kills, options.Kills, options.Kills + 1);
    }
}
