using TitleWorkflow.Application.Tests.Harness;
using TitleWorkflow.Application.Tests.Instances;
using TitleWorkflow.Application.Workflows;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Tests.Workflows;

public sealed class CompareFlowVersionsTests
{
    [SkippableTheory, Databases]
    public async Task Two_versions_differ_in_steps_and_in_lines(DatabaseProvider database)
    {
        await using var product = await Product.WithCityAsync(database);
        await product.PublishAsync(flow => flow.AddScript("industry", "行业联审", "town", "1"));

        var comparison = await product.SendAs("designer", new CompareFlowVersions.Query("title-review", From: 1, To: 2));

        Assert.Equal([2, 1], comparison.States);
        Assert.Equal((1, 2), (comparison.Before.Version, comparison.After.Version));
        Assert.Contains(new FlowChange(FlowChangeKind.Added, "industry", "行业联审"), comparison.Comparison.Changes);
        Assert.Equal(["correctTown", "industry", "recommend"], comparison.Comparison.Changes.Select(c => c.Id).Order().Distinct());
        var added = comparison.Comparison.Lines.Where(l => l.Kind == FlowLineKind.Added).ToList();
        Assert.Contains(added, l => l.Text.Contains("\"Elsa.RunJavaScript\"", StringComparison.Ordinal));
        Assert.Contains(comparison.Comparison.Lines, l => l.Kind == FlowLineKind.Gap);
        Assert.DoesNotContain(comparison.Comparison.Lines, l => l.Text.Contains("title-review-2", StringComparison.Ordinal));
    }

    [SkippableTheory, Databases]
    public async Task A_version_equals_itself(DatabaseProvider database)
    {
        await using var product = await Product.WithCityAsync(database);

        var comparison = await product.SendAs("designer", new CompareFlowVersions.Query("title-review"));

        Assert.Empty(comparison.Comparison.Changes);
        Assert.Equal(FlowLineKind.Gap, Assert.Single(comparison.Comparison.Lines).Kind);
    }
}
