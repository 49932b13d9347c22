using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TitleWorkflow.Application.Tests.Harness;
using TitleWorkflow.Application.Workflows;
using TitleWorkflow.Persistence;
using TitleWorkflow.Persistence.Workflows;

namespace TitleWorkflow.Application.Tests.Workflows;

public sealed class ImportFlowFilesTests
{
    [SkippableTheory, Databases]
    public async Task Two_files_of_one_flow_become_two_versions_and_the_later_is_in_force(DatabaseProvider database)
    {
        await using var product = await Product.EmptyAsync(database);
        var folder = Directory.CreateTempSubdirectory("titleworkflow-flows-").FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "1.json"), Flow("先办"));
        await File.WriteAllTextAsync(Path.Combine(folder, "2.json"), Flow("后办"));

        await product.InScopeAsync(Sender.Nobody, async scope =>
        {
            await scope.GetRequiredService<ImportFlowFiles>().RunAsync(folder, publish: true, default);
            return true;
        });

        var versions = await product.ReadAsync(db => db.WorkflowVersions.OrderBy(v => v.Version)
            .Select(v => new { v.Version, v.IsPublished }).ToListAsync());
        Assert.Equal([(1, false), (2, true)], versions.Select(v => (v.Version, v.IsPublished)));
        Directory.Delete(folder, recursive: true);
    }

    [SkippableTheory, Databases]
    public async Task A_deleted_version_leaves_its_number_to_the_next_but_not_its_id(DatabaseProvider database)
    {
        await using var product = await Product.EmptyAsync(database);
        var first = await ImportDraftAsync(product, "先办");
        await product.SendAs("designer", new DeleteFlowVersion.Command(first.Id));

        var second = await ImportDraftAsync(product, "后办");

        Assert.Equal((1, 1), (first.Version, second.Version));
        Assert.NotEqual(first.Id, second.Id);
    }

    private static async Task<WorkflowVersion> ImportDraftAsync(Product product, string text)
    {
        var folder = Directory.CreateTempSubdirectory("titleworkflow-flows-").FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "flow.json"), Flow(text));
        await product.InScopeAsync(Sender.Nobody, async scope =>
        {
            await scope.GetRequiredService<ImportFlowFiles>().RunAsync(folder, publish: false, default);
            return true;
        });
        Directory.Delete(folder, recursive: true);
        return await product.ReadAsync(db => db.WorkflowVersions.AsNoTracking().SingleAsync());
    }

    private static string Flow(string text) => $$"""
        { "definitionId": "twice", "name": "两次", "root": { "id": "write", "type": "Elsa.WriteLine", "version": 1,
          "text": { "typeName": "String", "expression": { "type": "Literal", "value": "{{text}}" } } } }
        """;
}
