namespace TitleWorkflow.Benchmarks.Measuring;

/// <summary>Order statistics.</summary>
internal static class Samples
{
    public static double Median(this IEnumerable<double> samples) => samples.Percentile(0.5);

    /// <summary>The value that <paramref name="share"/> of the samples do not exceed.</summary>
    public static double Percentile(this IEnumerable<double> samples, double share)
    {
        var sorted = samples.Order().ToArray();
        return sorted[Math.Clamp((int)Math.Ceiling(share * sorted.Length) - 1, 0, sorted.Length - 1)];
    }
}
