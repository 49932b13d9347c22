using TitleWorkflow.Engine.Tests.Hosting;

namespace TitleWorkflow.Engine.Tests;

public sealed class SpeedTests
{
    [Fact]
    public async Task Twenty_automatic_steps_cost_little_more_than_one_once_compiled()
    {
        var steps = Enumerable.Range(0, 19).Select(i => $"s{i} -> s{i + 1}").ToArray();
        var host = new EngineHost();
        host.With(Flow.Chart(steps), "twenty").With(Flow.Chart("s0 -> s1"), "two");

        async Task<TimeSpan> Measure(string definition, int runs)
        {
            var before = Environment.CpuUsage.TotalTime;

            for (var i = 0; i < runs; i++)
            {
                await host.Start(definition);
            }

            return (Environment.CpuUsage.TotalTime - before) / runs;
        }

        await Measure("twenty", 2000);
        await Measure("two", 2000);
        var ratios = new List<double>();

        for (var round = 0; round < 5; round++)
        {
            ratios.Add(await Measure("twenty", 400) / await Measure("two", 400));
        }

        // Ten times the steps: a step must not cost more the more steps there are.
        Assert.InRange(ratios.Order().ElementAt(2), 0.5, 20);
    }
}
