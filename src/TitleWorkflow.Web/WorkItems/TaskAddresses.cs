using TitleWorkflow.Application.WorkItems;

namespace TitleWorkflow.Web.WorkItems;

/// <summary>Where tasks are done that end by an act of their own.</summary>
internal static class TaskAddresses
{
    /// <summary>The page; null for tasks that are done on the task page itself, or have no page yet.</summary>
    public static string? ElsewhereOf(GetWorkItem.Result item)
    {
        var declaration = $"/declarations/{item.Case.Declaration}";

        return item.Form switch
        {
            "declaration" or "correction" => item.Done is null ? declaration + "/fill" : declaration,
            "nomination" => "/nominations",
            "supplement" => item.Done is null ? declaration + "/supplement" : declaration,
            "signature" when item.Needs.Meeting is { } meeting => $"/meetings/{meeting}",
            _ => null,
        };
    }
}
