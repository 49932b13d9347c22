using System.Reflection;
using System.Text.RegularExpressions;

namespace TitleWorkflow.Web.Tests.Architecture;

public sealed partial class ProjectTests
{
    [Theory]
    [InlineData("TitleWorkflow.Domain")]
    [InlineData("TitleWorkflow.Engine")]
    [InlineData("TitleWorkflow.Persistence", "TitleWorkflow.Domain", "TitleWorkflow.Engine")]
    [InlineData("TitleWorkflow.Application", "MediatR.Contracts", "TitleWorkflow.Persistence")]
    [InlineData("TitleWorkflow.Web", "TitleWorkflow.Application")]
    public void A_project_refers_to_the_ones_right_below_it_alone(string project, params string[] below) =>
        Assert.Equal(below, House.Names(project, "ProjectReference"));

    [Fact]
    public void Nothing_below_knows_what_stands_above()
    {
        AssertKnowsAtMost(House.Domain);
        AssertKnowsAtMost(House.Engine);
        AssertKnowsAtMost(House.Persistence, House.Domain, House.Engine);
        AssertKnowsAtMost(House.Application, House.Domain, House.Engine, House.Persistence);
    }

    [Theory]
    [InlineData("TitleWorkflow.Domain")]
    [InlineData("TitleWorkflow.Engine", "Jint")]
    public void Domain_and_engine_live_without_packages_but_for_the_script_interpreter(string project, params string[] packages)
    {
        Assert.Equal(packages, House.Names(project, "PackageReference"));
        Assert.Empty(House.Names(project, "FrameworkReference"));
    }

    [Fact]
    public void Nobody_reads_a_static_clock()
    {
        var readers = House.Files("src", ".cs", ".cshtml").Where(file => StaticClock().IsMatch(House.Read(file)));

        Assert.Empty(readers);
    }

    private static void AssertKnowsAtMost(Assembly assembly, params Assembly[] below)
    {
        var known = assembly.GetReferencedAssemblies().Select(a => a.Name!)
            .Where(name => name.StartsWith("TitleWorkflow.", StringComparison.Ordinal));

        Assert.Empty(known.Except(below.Select(b => b.GetName().Name!)));
    }

    [GeneratedRegex(@"\bDateTime(Offset)?\.(Utc)?Now\b|\bDateTime\.Today\b")]
    private static partial Regex StaticClock();
}
