using FluentValidation;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Reviews;
using TitleWorkflow.Application.Tests.Declarations;
using TitleWorkflow.Application.Tests.Harness;
using TitleWorkflow.Application.WorkItems;
using TitleWorkflow.Domain;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.WorkItems;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Tests.Workflows;

/// <summary>Several declarations vetted at once (批量审核): each has its own outcome, reason and commit.</summary>
public sealed class VetTogetherTests
{
    [SkippableTheory, Databases]
    public async Task What_is_refused_holds_up_none_of_the_others_and_a_retry_does_nothing_twice(DatabaseProvider database)
    {
        await using var product = await Product.WithCityAsync(database);
        var atTown = await AtTown(product);
        var own = await product.ReadAsync(db => db.WorkItems.SingleAsync(w => w.Declaration == atTown && w.Status == WorkItemStatus.Open));
        var listed = Assert.Single((await product.SendAs("town", new ListVetting.Query())).Items);
        Assert.Equal((own.Id, "Pass", "Refuse"), (listed.WorkItem, listed.Outcomes[0], listed.Outcomes[^1]));

        var sender = Sender.Of("town").WithKey("together");
        var foreign = WorkItemId.New();
        var rows = new VetTogether.Command([new(foreign, "Pass", null), new(own.Id, "Pass", "同意上报")]);
        var first = await product.SendAs(sender, rows);
        var again = await product.SendAs(sender, rows);

        Assert.IsType<NotFoundException>(first.Rows[0].Refusal);
        Assert.Null(first.Rows[1].Refusal);
        Assert.Null(again.Rows[1].Refusal);
        Assert.Equal(1, await product.ReadAsync(db => db.History.CountAsync(h => h.Act == HistoryAct.Passed && h.Note == "同意上报")));
        Assert.Empty((await product.SendAs("town", new ListVetting.Query())).Items);
        Assert.Single((await product.SendAs("district", new ListVetting.Query())).Items);
    }

    [SkippableTheory, Databases]
    public async Task A_refusal_needs_its_reason_and_what_is_no_vetting_is_done_by_itself(DatabaseProvider database)
    {
        await using var product = await Product.WithCityAsync(database);
        var declaration = await HandedIn.Submitted(product);
        var check = await product.ReadAsync(db => db.WorkItems.SingleAsync(w => w.Declaration == declaration && w.Status == WorkItemStatus.Open));
        await Broken(product, "hr", new(check.Id, "Pass", null), WorkItemSliceRules.VettedTogether);
        await Recommend(product, check.Id, declaration);
        var town = await product.ReadAsync(db => db.WorkItems.SingleAsync(w => w.ActivityId == "town"));

        await Broken(product, "town", new(town.Id, "Refuse", null), DeclarationRules.RefusalReasoned);
        var answer = await product.SendAs("town", new VetTogether.Command([new(town.Id, "Refuse", "业绩材料不实")]));

        Assert.Null(answer.Rows.Single().Refusal);
        Assert.False(await product.ReadAsync(db => db.Declarations.Where(d => d.Id == declaration).Select(d => d.IsLive).SingleAsync()));
    }

    [SkippableTheory, Databases]
    public async Task Nothing_and_too_much_are_not_done(DatabaseProvider database)
    {
        await using var product = await Product.WithCityAsync(database);
        var many = Enumerable.Range(0, VetTogether.Most + 1).Select(_ => new VetTogether.Row(WorkItemId.New(), "Pass", null));

        await Assert.ThrowsAsync<ValidationException>(() => product.SendAs("town", new VetTogether.Command([])));
        await Assert.ThrowsAsync<ValidationException>(() => product.SendAs("town", new VetTogether.Command([.. many])));
    }

    private static async Task Broken(Product product, string user, VetTogether.Row row, Rule rule)
    {
        var answer = await product.SendAs(user, new VetTogether.Command([row]));
        Assert.Equal([rule], Assert.IsType<RuleBrokenException>(answer.Rows.Single().Refusal).Rules);
    }

    private static async Task<DeclarationId> AtTown(Product product)
    {
        var declaration = await HandedIn.Submitted(product);
        var check = await product.ReadAsync(db => db.WorkItems.SingleAsync(w => w.Declaration == declaration && w.Status == WorkItemStatus.Open));
        await Recommend(product, check.Id, declaration);
        return declaration;
    }

    private static async Task Recommend(Product product, WorkItemId check, DeclarationId declaration)
    {
        await product.SendAs("hr", new CompleteWorkItem.Command(check, "Pass"));
        var last = await product.ReadAsync(db => db.PublicityNotices.Where(n => n.Declaration == declaration).Select(n => n.LastDay).SingleAsync());
        product.Clock.MoveTo(last.EndsAt());
        await product.DoDueWorkAsync();
        var recommend = await product.ReadAsync(db => db.WorkItems.SingleAsync(w => w.Declaration == declaration && w.Status == WorkItemStatus.Open));
        await product.SendAs("hr", new CompleteWorkItem.Command(recommend.Id, "Recommend"));
    }
}
