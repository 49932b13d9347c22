namespace TitleWorkflow.Engine.Runtime;

/// <summary>Gives access to instances, one client for each. Everything happens in the host's unit of work.</summary>
public interface IWorkflowRuntime
{
    /// <summary>A client for a new instance; its id is made here, the instance itself is not.</summary>
    ValueTask<IWorkflowClient> CreateClientAsync(CancellationToken cancellationToken = default);

    /// <summary>A client for an instance, which need not exist yet.</summary>
    /// <param name="workflowInstanceId">The instance; null makes a new id.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<IWorkflowClient> CreateClientAsync(
        string? workflowInstanceId, CancellationToken cancellationToken = default);
}

/// <summary>What can be done to one instance.</summary>
public interface IWorkflowClient
{
    /// <summary>The instance.</summary>
    string WorkflowInstanceId { get; }

    /// <summary>Makes the instance; it has not run yet.</summary>
    Task<CreateWorkflowInstanceResponse> CreateInstanceAsync(
        CreateWorkflowInstanceRequest request, CancellationToken cancellationToken = default);

    /// <summary>Runs one burst: begins the instance, goes on with it, or resumes a bookmark of it.</summary>
    /// <returns>How the instance is afterwards. A bookmark that is gone leaves it as it was.</returns>
    /// <exception cref="InvalidOperationException">There is no such instance.</exception>
    Task<RunWorkflowInstanceResponse> RunInstanceAsync(
        RunWorkflowInstanceRequest request, CancellationToken cancellationToken = default);

    /// <summary>Makes the instance and runs its first burst.</summary>
    Task<RunWorkflowInstanceResponse> CreateAndRunInstanceAsync(
        CreateAndRunWorkflowInstanceRequest request, CancellationToken cancellationToken = default);

    /// <summary>Cancels the instance with everything inside it and the instances it dispatched.</summary>
    Task CancelAsync(CancellationToken cancellationToken = default);

    /// <summary>Whether there is such an instance.</summary>
    Task<bool> InstanceExistsAsync(CancellationToken cancellationToken = default);
}
