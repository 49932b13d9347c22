namespace TitleWorkflow.Engine;

/// <summary>
/// Makes durable, in the middle of a burst, what has been staged so far: where a commit strategy asks for it. Optional: a
/// host without it commits a burst as a whole, together with the change that caused it, whatever the strategies say.
/// </summary>
/// <remarks>
/// If the process ends after such a commit, <see cref="WorkflowEngine.RunAsync(RunInstance, System.Threading.CancellationToken)"/>
/// goes on from there; an activity that had begun runs a second time.
/// </remarks>
public interface ICommitPoints
{
    /// <summary>Commits the unit of work of the engine's stores and begins the next one.</summary>
    ValueTask CommitAsync(CancellationToken ct);
}
