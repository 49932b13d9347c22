using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Tests.Harness;
using TitleWorkflow.Application.Workflows;
using TitleWorkflow.Persistence;
using TitleWorkflow.Persistence.Workflows;

namespace TitleWorkflow.Application.Tests.Workflows;

public sealed class FlowApprovalTests
{
    [SkippableTheory, Databases]
    public async Task Who_stored_a_version_does_not_put_it_into_force(DatabaseProvider database)
    {
        await using var product = await Product.WithCityAsync(database);
        var draft = await DraftByAsync(product, "designer");

        await Refused.With(FlowRules.SecondPerson, () => product.SendAs("designer", new PublishFlowVersion.Command(draft)));
    }

    [SkippableTheory, Databases]
    public async Task A_second_person_puts_a_version_into_force_in_place_of_the_one_before(DatabaseProvider database)
    {
        await using var product = await Product.WithCityAsync(database);
        var draft = await DraftByAsync(product, "designer");

        await product.SendAs("designer2", new PublishFlowVersion.Command(draft));

        Assert.Equal([draft], await product.ReadAsync(db => db.WorkflowVersions.Where(v => v.DefinitionId == "title-review" && v.IsPublished).Select(v => v.Id).ToListAsync()));
    }

    [SkippableTheory, Databases]
    public async Task Who_only_reads_flows_puts_none_into_force(DatabaseProvider database)
    {
        await using var product = await Product.WithCityAsync(database);
        var draft = await DraftByAsync(product, "designer");

        await Assert.ThrowsAsync<NotFoundException>(() => product.SendAs("admin", new PublishFlowVersion.Command(draft)));
        await Assert.ThrowsAsync<NotFoundException>(() => product.SendAs("auditor", new PublishFlowVersion.Command(draft)));
    }

    [SkippableTheory, Databases]
    public async Task What_is_in_force_needs_no_approval(DatabaseProvider database)
    {
        await using var product = await Product.WithCityAsync(database);
        var current = await product.ReadAsync(db => db.WorkflowVersions.Where(v => v.DefinitionId == "title-review" && v.IsPublished).Select(v => v.Id).SingleAsync());

        await Refused.With(FlowRules.NotInForce, () => product.SendAs("designer2", new PublishFlowVersion.Command(current)));
    }

    private static async Task<string> DraftByAsync(Product product, string userName)
    {
        var current = await product.ReadAsync(db => db.WorkflowVersions.AsNoTracking().SingleAsync(v => v.DefinitionId == "title-review" && v.IsPublished));
        await product.StoreAsync(new WorkflowVersion
        {
            Id = "draft",
            DefinitionId = current.DefinitionId,
            Version = current.Version + 1,
            Name = current.Name,
            Json = current.Json,
            ContentHash = "changed",
            CreatedAt = product.Clock.GetUtcNow(),
            CreatedBy = Sender.Of(userName).Person!.Value.Value,
        });
        return "draft";
    }
}
