namespace TitleWorkflow.Benchmarks.Measuring;

/// <summary>
/// Runs base and candidate one after another in every round, so that both see the same machine. The first round warms up
/// and is dropped; what counts is the median of the others.
/// </summary>
internal sealed class Rounds(int counted, DiskProbe disk)
{
    private readonly List<double> flushes = [];

    /// <summary>Rounds that count.</summary>
    public int Counted { get; } = counted;

    /// <summary>Median of a bare 4 KB write and flush over all rounds so far, in microseconds; null before the first.</summary>
    public double? Flush => flushes.Count == 0 ? null : flushes.Median();

    public async Task<IReadOnlyList<T>> RunAsync<T>(Func<Task<T>> round)
    {
        var results = new List<T>();
        for (var i = 0; i <= Counted; i++)
        {
            flushes.Add(disk.Measure());
            var result = await round();
            if (i > 0)
            {
                results.Add(result);
            }
        }

        return results;
    }
}
