namespace TitleWorkflow.Benchmarks.Measuring;

/// <summary>What all benchmarks share: where they may write, how much they measure, where they report.</summary>
/// <param name="Folder">A folder on a real disk, removed afterwards.</param>
/// <param name="Quick">Small data and few rounds: a look, not a verdict.</param>
/// <param name="Rounds">How often base and candidate take turns.</param>
/// <param name="Board">Where results go.</param>
internal sealed record Bench(string Folder, bool Quick, Rounds Rounds, Scoreboard Board)
{
    /// <summary>The one amount or the other.</summary>
    public int Size(int quick, int full) => Quick ? quick : full;
}
