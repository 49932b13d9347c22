namespace TitleWorkflow.Persistence.Writing;

/// <summary>The writer's own connection to one of the two databases.</summary>
internal interface IRowStore : IAsyncDisposable
{
    /// <summary>
    /// Saves the change sets in one transaction and commits it. One that a guard or constraint forbids is refused and leaves no
    /// trace; any other failure loses them all and flies out.
    /// </summary>
    Task SaveAsync(IReadOnlyList<PendingWrite> batch);
}
