namespace TitleWorkflow.Benchmarks.Measuring;

/// <summary>Something that is measured and reported.</summary>
internal interface IBenchmark
{
    /// <summary>Names of the lines it reports.</summary>
    IReadOnlyList<string> Names { get; }

    Task RunAsync(Bench bench, CancellationToken ct);
}
