using TitleWorkflow.CrashDrill;

namespace TitleWorkflow.Browser.Tests;

/// <summary>The short form of the drill; the long one is a command of its own (README).</summary>
public sealed class CrashTests
{
    [Fact]
    public async Task Nothing_acknowledged_is_lost_and_nothing_is_done_twice_when_the_server_is_killed_ten_times()
    {
        var drill = new Drill(new DrillOptions { Declarations = 10, Kills = 10 }, TextWriter.Null);

        var report = await drill.RunAsync(CancellationToken.None);

        Assert.Empty(report.Defects);
        Assert.Equal(10, report.Kills);
    }
}
