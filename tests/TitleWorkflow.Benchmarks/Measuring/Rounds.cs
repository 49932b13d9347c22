namespace TitleWorkflow.Benchmarks.Measuring;

/// <summary>
/// Runs base and candidate one after another in every round, so that both see the same machine. The first rounds warm up
/// and are dropped; what counts is the median of the others.
/// </summary>
internal sealed class Rounds(int counted, DiskProbe disk)
{
    private readonly List<double> flushes = [];

    /// <summary>Rounds that count.</summary>
    public int Counted { get; } = counted;

    /// <summary>Median of a bare 4 KB write and flush over all rounds so far, in microseconds; null before the first.</summary>
    public double? Flush => flushes.Count == 0 ? null : flushes.Median();

    /// <param name="round">Measures once.</param>
    /// <param name="warmUps">
    /// Rounds that do not count: more than one where a program that has run for long is meant, because the runtime goes on
    /// translating what runs often for some ten seconds.
    /// </param>
    public async Task<IReadOnlyList<T>> RunAsync<T>(Func<Task<T>> round, int warmUps = 1)
    {
        var results = new List<T>();
        for (var i = 0; i < warmUps + Counted; i++)
        {
            flushes.Add(disk.Measure());
            var result = await round();
            if (i >= warmUps)
            {
                results.Add(result);
            }
        }

        return results;
    }
}
