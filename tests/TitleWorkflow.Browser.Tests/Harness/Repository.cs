using System.Runtime.CompilerServices;

namespace TitleWorkflow.Browser.Tests.Harness;

/// <summary>Where the sources lie: front-end packages that only tests use are not copied beside the tests.</summary>
internal static class Repository
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Here(), "..", "..", ".."));

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
