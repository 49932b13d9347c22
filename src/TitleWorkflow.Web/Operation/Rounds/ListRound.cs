using TitleWorkflow.Application.Applicants;

namespace TitleWorkflow.Web.Operation.Rounds;

/// <summary>Looks every second whether lists of applicants wait to be worked off.</summary>
internal sealed class ListRound(ImportRound imports, ILogger<ListRound> logger) : Round(TimeSpan.FromSeconds(1), logger)
{
    protected override Task RunAsync(CancellationToken ct) => imports.RunAsync(ct);
}
