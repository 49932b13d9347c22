namespace TitleWorkflow.Browser.Tests.Harness;

/// <summary>What a test cannot run without.</summary>
internal static class Needed
{
    /// <summary>Where it is missing the test is skipped and says so; on the build server (<c>CI=true</c>) it fails.</summary>
    public static void On(bool there, string missing)
    {
        if (!there && Environment.GetEnvironmentVariable("CI") == "true")
        {
            Assert.Fail(missing);
        }

        Skip.IfNot(there, $"NOT RUN: {missing}");
    }
}
