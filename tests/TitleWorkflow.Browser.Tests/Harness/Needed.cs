namespace TitleWorkflow.Browser.Tests.Harness;

/// <summary>What a test cannot run without.</summary>
internal static class Needed
{
    /// <summary>Where it is missing the test is skipped and says so; on the build server (<c>CI=true</c>) it fails.</summary>
    public static void On(bool there, string missing) => Skip.IfNot(Has(there, missing), $"NOT RUN: {missing}");

    /// <summary>Whether it is there, for a test that can do with less; on the build server it must be.</summary>
    public static bool Has(bool there, string missing)
    {
        if (!there && Environment.GetEnvironmentVariable("CI") == "true")
        {
            Assert.Fail(missing);
        }

        return there;
    }
}
