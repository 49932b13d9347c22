namespace TitleWorkflow.Web.Workflows;

/// <summary>Where open steps go in a migration, as addresses carry it: <c>path=path</c>, once for each step.</summary>
internal static class NodeMap
{
    public static IReadOnlyDictionary<string, string> Read(IEnumerable<string>? pairs) => (pairs ?? [])
        .Select(pair => pair.Split('=', 2))
        .Where(parts => parts is [{ Length: > 0 }, { Length: > 0 }])
        .DistinctBy(parts => parts[0])
        .ToDictionary(parts => parts[0], parts => parts[1]);
}
