namespace TitleWorkflow.Benchmarks.Measuring;

/// <summary>Processor time of this process.</summary>
internal static class Cpu
{
    public static async Task<TimeSpan> OfAsync(Func<Task> work)
    {
        var before = Environment.CpuUsage.TotalTime;
        await work();
        return Environment.CpuUsage.TotalTime - before;
    }
}
