namespace TitleWorkflow.Engine.Execution;

/// <summary>Which bookmarks a wish to resume means.</summary>
internal static class Filters
{
    public static BookmarkFilter For(ResumeWorkflow request)
    {
        var filter = new BookmarkFilter
        {
            BookmarkId = request.BookmarkId,
            Name = request.Stimulus is null ? request.StimulusName : NameOf(request.Stimulus, request.StimulusName),
            Hash = request.Hash ?? (request.Stimulus is null
                ? null
                : StimulusHash.Compute(NameOf(request.Stimulus, request.StimulusName), request.Stimulus)),
            InstanceId = request.InstanceId,
            ActivityInstanceId = request.ActivityInstanceId,
            CorrelationId = request.CorrelationId,
        };

        // A filter without any part would resume whatever waits anywhere.
        return filter != new BookmarkFilter()
            ? filter
            : throw new ArgumentException("Nothing says which bookmark shall be resumed.", nameof(request));
    }

    /// <summary>
    /// The same for bookmarks whose hash holds the execution's id; null if the request does not name one.
    /// </summary>
    public static BookmarkFilter? ForOneExecution(ResumeWorkflow request, BookmarkFilter filter) =>
        request is { Hash: null, Stimulus: { } stimulus, ActivityInstanceId: { } execution }
            ? filter with { Hash = StimulusHash.Compute(filter.Name!, stimulus, execution) }
            : null;

    public static string NameOf(object stimulus, string? name) =>
        name
        ?? StimulusHash.NameOf(stimulus)
        ?? throw new ArgumentException("A stimulus without a type of its own needs a name.", nameof(stimulus));
}
