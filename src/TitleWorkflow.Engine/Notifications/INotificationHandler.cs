namespace TitleWorkflow.Engine.Notifications;

/// <summary>Something the engine tells its host.</summary>
public interface INotification;

/// <summary>
/// What a host does when the engine tells it something. The engine asks its service provider for all handlers of a kind.
/// </summary>
/// <remarks>
/// <para>Handlers of everything but <see cref="WorkflowStateCommitted"/> run inside the burst and the host's unit of work:
/// what they add to it is committed, or rolled back, with the burst. One that throws while an activity executes faults that
/// activity; one that throws between activities flies out of the burst, and the unit must be rolled back.</para>
/// <para>Handlers of <see cref="WorkflowStateCommitted"/> run after the commit and cannot undo it.</para>
/// </remarks>
/// <typeparam name="T">What it hears.</typeparam>
public interface INotificationHandler<in T>
    where T : INotification
{
    /// <summary>Takes note.</summary>
    Task HandleAsync(T notification, CancellationToken cancellationToken);
}
