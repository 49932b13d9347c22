using System.Diagnostics;

namespace TitleWorkflow.Benchmarks.Measuring;

/// <summary>What the disk alone costs: 4 KB written and flushed, the floor of every durable commit.</summary>
internal sealed class DiskProbe(string folder)
{
    private const int Times = 20;

    /// <summary>Median of a few writes, in microseconds.</summary>
    public double Measure()
    {
        var page = new byte[4096];
        using var file = new FileStream(Path.Combine(folder, "probe"), FileMode.Create, FileAccess.Write, FileShare.None, 1);
        return Enumerable.Range(0, Times).Select(_ =>
        {
            var start = Stopwatch.GetTimestamp();
            file.Seek(0, SeekOrigin.Begin);
            file.Write(page);
            file.Flush(flushToDisk: true);
            return Stopwatch.GetElapsedTime(start).TotalMicroseconds;
        }).Median();
    }
}
