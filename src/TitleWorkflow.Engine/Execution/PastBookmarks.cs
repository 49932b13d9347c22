using TitleWorkflow.Engine.State;

namespace TitleWorkflow.Engine.Execution;

/// <summary>
/// Tells a task that was done, or withdrawn, from one that never was. An instance keeps short fingerprints of its latest
/// bookmarks for that, and a bookmark's id ends with its instance's, so that no store has to keep the bookmarks themselves.
/// </summary>
internal static class PastBookmarks
{
    private const int Kept = 256;
    private const int Digits = 16;
    private const char Separator = '.';

    public static string NewId(string instanceId) => $"{ActivityExecutionContext.NewId()}{Separator}{instanceId}";

    /// <summary>The instance a bookmark belongs, or belonged, to; null if its id does not say so.</summary>
    public static string? InstanceOf(string? bookmarkId) =>
        bookmarkId?.IndexOf(Separator, StringComparison.Ordinal) is > 0 and var at ? bookmarkId[(at + 1)..] : null;

    public static void Remember(WorkflowInstance instance, Bookmark bookmark)
    {
        instance.PastBookmarks.Add(OfId(bookmark.Id));
        instance.PastBookmarks.Add(OfHash(bookmark.Hash));

        if (instance.PastBookmarks.Count > Kept)
        {
            instance.PastBookmarks.RemoveRange(0, instance.PastBookmarks.Count - Kept);
        }
    }

    public static bool Knows(WorkflowInstance instance, BookmarkFilter filter) =>
        (filter.BookmarkId is { } id && instance.PastBookmarks.Contains(OfId(id)))
        || (filter.Hash is { } hash && instance.PastBookmarks.Contains(OfHash(hash)));

    private static string OfId(string id) => StimulusHash.Compute(id, payload: null)[..Digits];

    private static string OfHash(string hash) => hash[..Digits];
}
