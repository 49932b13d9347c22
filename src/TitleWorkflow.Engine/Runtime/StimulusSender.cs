using TitleWorkflow.Engine.Execution;

namespace TitleWorkflow.Engine.Runtime;

/// <summary>Tells flows that something has happened: it may start new instances and resume waiting ones.</summary>
public interface IStimulusSender
{
    /// <summary>Sends a stimulus.</summary>
    /// <param name="activityTypeName">Names the stimulus, if that has no type of its own.</param>
    /// <param name="stimulus">What has happened; its hash is the key.</param>
    /// <param name="metadata">Who shall hear it, and what comes with it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<SendStimulusResult> SendAsync(
        string activityTypeName,
        object stimulus,
        StimulusMetadata? metadata = null,
        CancellationToken cancellationToken = default);

    /// <summary>Sends a stimulus whose hash the caller has ready.</summary>
    Task<SendStimulusResult> SendAsync(
        string stimulusHash, StimulusMetadata? metadata = null, CancellationToken cancellationToken = default);
}

/// <summary>Who shall hear a stimulus, and what comes with it.</summary>
public sealed record StimulusMetadata
{
    /// <summary>Only bookmarks stored with this correlation id are resumed; new instances get it.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>Only this instance hears it; nothing is started.</summary>
    public string? WorkflowInstanceId { get; init; }

    /// <summary>Only this execution of an activity hears it; nothing is started.</summary>
    public string? ActivityInstanceId { get; init; }

    /// <summary>Values, for the bursts that follow only.</summary>
    public IDictionary<string, object>? Input { get; init; }
}

/// <summary>What a stimulus led to.</summary>
/// <param name="WorkflowInstanceResponses">One for each start and each bookmark.</param>
public sealed record SendStimulusResult(IReadOnlyList<RunWorkflowInstanceResponse> WorkflowInstanceResponses);

/// <summary>The sender of one unit of work.</summary>
/// <param name="engine">The unit's engine.</param>
/// <param name="by">Who acts; goes into the journal.</param>
public sealed class StimulusSender(WorkflowEngine engine, string by) : IStimulusSender
{
    /// <inheritdoc/>
    public Task<SendStimulusResult> SendAsync(
        string activityTypeName,
        object stimulus,
        StimulusMetadata? metadata = null,
        CancellationToken cancellationToken = default) =>
        SendAsync(
            Request(metadata) with { Stimulus = stimulus, Name = StimulusHash.NameOf(stimulus) ?? activityTypeName },
            cancellationToken);

    /// <inheritdoc/>
    public Task<SendStimulusResult> SendAsync(
        string stimulusHash, StimulusMetadata? metadata = null, CancellationToken cancellationToken = default) =>
        SendAsync(Request(metadata) with { Hash = stimulusHash }, cancellationToken);

    private async Task<SendStimulusResult> SendAsync(SendStimulus request, CancellationToken ct) =>
        new([.. (await engine.SendAsync(request, ct)).Select(RunWorkflowInstanceResponse.Of)]);

    private SendStimulus Request(StimulusMetadata? metadata) => new(null)
    {
        CorrelationId = metadata?.CorrelationId,
        InstanceId = metadata?.WorkflowInstanceId,
        ActivityInstanceId = metadata?.ActivityInstanceId,
        Input = RuntimeValues.Of(metadata?.Input),
        By = by,
    };
}
