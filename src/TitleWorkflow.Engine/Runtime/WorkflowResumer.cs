using TitleWorkflow.Engine.Activities;
using TitleWorkflow.Engine.Execution;

namespace TitleWorkflow.Engine.Runtime;

/// <summary>Resumes what waits.</summary>
public interface IWorkflowResumer
{
    /// <summary>Resumes every bookmark that waits for the stimulus at an activity of the given type.</summary>
    /// <typeparam name="TActivity">Names the stimulus, if that has no type of its own.</typeparam>
    /// <returns>One answer for each bookmark; none if nothing waits.</returns>
    Task<IEnumerable<RunWorkflowInstanceResponse>> ResumeAsync<TActivity>(
        object stimulus, ResumeBookmarkOptions? options = null, CancellationToken cancellationToken = default)
        where TActivity : IActivity;

    /// <summary>The same within one instance.</summary>
    /// <typeparam name="TActivity">Names the stimulus, if that has no type of its own.</typeparam>
    Task<IEnumerable<RunWorkflowInstanceResponse>> ResumeAsync<TActivity>(
        object stimulus,
        string? workflowInstanceId,
        ResumeBookmarkOptions? options = null,
        CancellationToken cancellationToken = default)
        where TActivity : IActivity;

    /// <summary>Resumes one bookmark.</summary>
    /// <returns>Null if it does not wait any more, or never did.</returns>
    Task<RunWorkflowInstanceResponse?> ResumeAsync(
        string bookmarkId, IDictionary<string, object> input, CancellationToken cancellationToken = default);

    /// <summary>Resumes every bookmark that fits.</summary>
    /// <exception cref="ArgumentException">The filter is empty.</exception>
    Task<IEnumerable<RunWorkflowInstanceResponse>> ResumeAsync(
        BookmarkFilter filter, ResumeBookmarkOptions? options = null, CancellationToken cancellationToken = default);
}

/// <summary>What comes with a resume.</summary>
public sealed record ResumeBookmarkOptions
{
    /// <summary>Values, for the burst that follows only.</summary>
    public IDictionary<string, object>? Input { get; init; }

    /// <summary>Only bookmarks stored with this correlation id.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>Only the bookmarks of this execution.</summary>
    public string? ActivityInstanceId { get; init; }
}

/// <summary>The resumer of one unit of work.</summary>
/// <param name="engine">The unit's engine.</param>
/// <param name="by">Who acts; goes into the journal.</param>
public sealed class WorkflowResumer(WorkflowEngine engine, string by) : IWorkflowResumer
{
    /// <inheritdoc/>
    public Task<IEnumerable<RunWorkflowInstanceResponse>> ResumeAsync<TActivity>(
        object stimulus, ResumeBookmarkOptions? options = null, CancellationToken cancellationToken = default)
        where TActivity : IActivity =>
        ResumeAsync<TActivity>(stimulus, null, options, cancellationToken);

    /// <inheritdoc/>
    public Task<IEnumerable<RunWorkflowInstanceResponse>> ResumeAsync<TActivity>(
        object stimulus,
        string? workflowInstanceId,
        ResumeBookmarkOptions? options = null,
        CancellationToken cancellationToken = default)
        where TActivity : IActivity =>
        ResumeAsync(
            Request(options) with
            {
                Stimulus = stimulus,
                StimulusName = StimulusHash.NameOf(stimulus) ?? ActivityReflection.TypeNameOf(typeof(TActivity)),
                InstanceId = workflowInstanceId,
            },
            cancellationToken);

    /// <inheritdoc/>
    public async Task<RunWorkflowInstanceResponse?> ResumeAsync(
        string bookmarkId, IDictionary<string, object> input, CancellationToken cancellationToken = default) =>
        (await ResumeAsync(
            new ResumeWorkflow { BookmarkId = bookmarkId, Input = RuntimeValues.Of(input), By = by }, cancellationToken))
            .FirstOrDefault();

    /// <inheritdoc/>
    public Task<IEnumerable<RunWorkflowInstanceResponse>> ResumeAsync(
        BookmarkFilter filter, ResumeBookmarkOptions? options = null, CancellationToken cancellationToken = default) =>
        ResumeAsync(
            new ResumeWorkflow
            {
                BookmarkId = filter.BookmarkId,
                Hash = filter.Hash,
                StimulusName = filter.Name,
                InstanceId = filter.InstanceId,
                ActivityInstanceId = options?.ActivityInstanceId ?? filter.ActivityInstanceId,
                CorrelationId = options?.CorrelationId ?? filter.CorrelationId,
                Input = RuntimeValues.Of(options?.Input),
                By = by,
            },
            cancellationToken);

    private async Task<IEnumerable<RunWorkflowInstanceResponse>> ResumeAsync(ResumeWorkflow request, CancellationToken ct) =>
        [.. (await engine.ResumeAsync(request, ct)).Runs.Select(RunWorkflowInstanceResponse.Of)];

    private ResumeWorkflow Request(ResumeBookmarkOptions? options) => new()
    {
        Input = RuntimeValues.Of(options?.Input),
        CorrelationId = options?.CorrelationId,
        ActivityInstanceId = options?.ActivityInstanceId,
        By = by,
    };
}
