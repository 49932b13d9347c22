using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Tests.Declarations;
using TitleWorkflow.Application.Tests.Harness;
using TitleWorkflow.Application.Tests.Instances;
using TitleWorkflow.Application.WorkItems;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.WorkItems;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Tests.Workflows;

/// <summary>Whoever a designer has named hears of a task that is late: once, and only if it is.</summary>
public sealed class EscalationTests
{
    [SkippableTheory, Databases]
    public async Task An_office_above_is_told_on_the_working_day_after_the_last_day(DatabaseProvider database)
    {
        await using var product = await Product.WithCityAsync(database);
        var (item, due) = await Asked(product);

        product.Clock.MoveTo(due.EndsAt());
        await product.DoDueWorkAsync();
        Assert.Equal(0, await Told(product));

        product.Clock.MoveTo(due.EndsAt().AddDays(7));
        await product.DoDueWorkAsync();
        await product.DoDueWorkAsync();

        var office = await product.ReadAsync(db => db.Reminders.Where(r => r.Role == Role.DistrictOfficer).Select(r => r.Organisation).SingleAsync());
        var officers = await product.ReadAsync(db => db.Grants.CountAsync(g => g.Role == Role.DistrictOfficer && g.Organisation == office));
        Assert.Equal((true, officers), (officers > 0, await Told(product)));
        Assert.Equal(WorkItemStatus.Open, await product.ReadAsync(db => db.WorkItems.Where(w => w.Id == item).Select(w => w.Status).SingleAsync()));
    }

    [SkippableTheory, Databases]
    public async Task Nobody_is_told_of_what_was_done_in_time(DatabaseProvider database)
    {
        await using var product = await Product.WithCityAsync(database);
        var (item, due) = await Asked(product);
        await product.SendAs("hr", new CompleteWorkItem.Command(item, "Pass"));

        product.Clock.MoveTo(due.EndsAt().AddDays(7));
        await product.DoDueWorkAsync();

        Assert.Equal(0, await Told(product));
    }

    private static async Task<(WorkItemId Item, DateOnly Due)> Asked(Product product)
    {
        await product.PublishAsync(Draw);
        await HandedIn.Submitted(product);
        var item = await product.ReadAsync(db => db.WorkItems.Where(w => w.ActivityId == "visit").Select(w => new { w.Id, w.DueOn }).SingleAsync());
        return (item.Id, item.DueOn!.Value);
    }

    private static void Draw(JsonNode flow)
    {
        flow.AddTask("visit", "现场核查", into: "employerCheck");
        var visit = flow["root"]!["activities"]!.AsArray().Single(a => (string?)a!["id"] == "visit")!;
        visit["form"]!["expression"]!["value"] = "general";
        visit["dueWorkingDays"] = Literal("Int32", 2);
        visit["escalateTo"] = Literal("String", nameof(Role.DistrictOfficer));
        visit["escalateScope"] = Literal("String", "District");
    }

    private static JsonObject Literal(string type, JsonNode value) => new()
    {
        ["typeName"] = type,
        ["expression"] = new JsonObject { ["type"] = "Literal", ["value"] = value },
    };

    private static Task<int> Told(Product product) => product.ReadAsync(db => db.Notices.CountAsync(n => n.Text == "notice.overdue"));
}
