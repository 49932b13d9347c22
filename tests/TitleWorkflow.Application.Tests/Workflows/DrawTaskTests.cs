using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Seed;
using TitleWorkflow.Application.Tests.Declarations;
using TitleWorkflow.Application.Tests.Harness;
using TitleWorkflow.Application.Tests.Instances;
using TitleWorkflow.Application.WorkItems;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Experts;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.WorkItems;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Tests.Workflows;

/// <summary>A step that has the office draw the committee ends when it is seated, and not on anybody's word.</summary>
public sealed class DrawTaskTests
{
    [SkippableTheory, Databases]
    public async Task The_office_is_believed_only_when_a_committee_of_the_plan_and_level_is_seated(DatabaseProvider database)
    {
        await using var product = await Product.WithCityAsync(database);
        await product.PublishAsync(Draw);
        await HandedIn.Submitted(product);
        await product.SendAs("hr", new CompleteWorkItem.Command(await ItemOf(product, "employerCheck"), "Pass"));
        product.Clock.MoveTo(product.Clock.GetUtcNow().AddDays(10));
        await product.DoDueWorkAsync();
        await product.SendAs("hr", new CompleteWorkItem.Command(await ItemOf(product, "recommend"), "Recommend"));
        var item = await ItemOf(product, "draw");
        var done = new CompleteWorkItem.Command(item, "Pass");

        await Refused.With(DrawRules.SeatedFirst, () => product.SendAs("office", done));
        await product.StoreAsync(Seated(product.Clock.GetUtcNow(), TitleLevel.FullSenior, round: 1));
        await Refused.With(DrawRules.SeatedFirst, () => product.SendAs("office", done));
        await product.StoreAsync(Seated(product.Clock.GetUtcNow(), TitleLevel.DeputySenior, round: 2));
        await product.SendAs("office", done);

        Assert.Equal(WorkItemStatus.Completed, await product.ReadAsync(db => db.WorkItems.Where(w => w.Id == item).Select(w => w.Status).SingleAsync()));
        Assert.Equal(1, await product.ReadAsync(db => db.WorkItems.CountAsync(w => w.ActivityId == "town")));
    }

    private static Task<WorkItemId> ItemOf(Product product, string step) =>
        product.ReadAsync(db => db.WorkItems.Where(w => w.ActivityId == step).Select(w => w.Id).SingleAsync());

    private static void Draw(JsonNode flow)
    {
        flow.AddTask("draw", "抽取专家", into: "town");
        var task = flow["root"]!["activities"]!.AsArray().Single(a => (string?)a!["id"] == "draw")!;
        task["form"]!["expression"]!["value"] = "expert-draw";
        task["role"]!["expression"]!["value"] = nameof(Role.CommitteeOffice);
        task["scope"]!["expression"]!["value"] = "Committee";
    }

    private static ExpertDraw Seated(DateTimeOffset now, TitleLevel level, int round)
    {
        var meeting = Product.FirstDay.AddDays(17);
        var pool = new DrawPool([.. Enumerable.Range(0, 20).Select(i => new DrawCandidate(PersonId.New(), i < 10, true, $"单位{i}"))], []);
        var draw = ExpertDraw.Freeze(
            new DrawOccasion(DemoCity.Plan, DemoOrganisations.Id("committee"), level, meeting, 24),
            pool, new DrawPolicy(11, 2, 30, 10, 2, ["开奖号", "supervisor"]), round, round == 1 ? null : "级别有误", now);
        draw.Draw(["826", "41"], DemoPeople.Id("supervisor"), Product.FirstDay.AddDays(12), now);
        foreach (var seat in draw.Seats.Where(s => s.IsMember).ToList())
        {
            draw.Answer(seat.Expert, comes: true, now);
        }

        draw.Seat(draw.Seats.First(s => s.IsMember).Expert, [], now.AddDays(8));
        return draw;
    }
}
