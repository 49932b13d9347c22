using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Tests.Declarations;
using TitleWorkflow.Application.Tests.Harness;
using TitleWorkflow.Application.Tests.Instances;
using TitleWorkflow.Application.Workflows.Guards;
using TitleWorkflow.Application.WorkItems;
using TitleWorkflow.Domain.WorkItems;
using TitleWorkflow.Engine.Documents;
using TitleWorkflow.Engine.State;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Tests.Workflows;

/// <summary>A step nobody foresaw: what it asks for is drawn, not programmed.</summary>
public sealed class FieldsOfTasksTests
{
    private const string Date = "核查日期 | Date of visit | date | required";
    private const string Grade = "档次 | Grade | choice: 甲级, 乙级";

    [SkippableTheory, Databases]
    public async Task What_a_drawn_step_asks_for_is_filled_in_kept_told_and_given_to_the_flow(DatabaseProvider database)
    {
        await using var product = await Product.WithCityAsync(database);
        await product.PublishAsync(flow => AddVisit(flow, Date, Grade));
        var instance = await HandedIn.Submitted(product);
        var item = await product.ReadAsync(db => db.WorkItems.Where(w => w.ActivityId == "visit").Select(w => w.Id).SingleAsync());

        var asked = await product.SendAs("hr", new GetWorkItem.Query(item));
        Assert.Equal(["核查日期", "档次"], asked.Fields.Select(f => f.Label));
        await Refused.With(
            WorkItemRules.FieldsFilledIn, () => product.SendAs("hr", Complete(item, new() { ["档次"] = "甲级" })));
        await Refused.With(
            WorkItemRules.FieldsFilledIn,
            () => product.SendAs("hr", Complete(item, new() { ["核查日期"] = "2026-03-02", ["档次"] = "丁级" })));
        await product.SendAs("hr", Complete(item, new() { ["核查日期"] = "2026-03-02", ["未问及"] = "不存" }));

        var done = (await product.SendAs("hr", new GetWorkItem.Query(item))).Done!;
        Assert.Equal([KeyValuePair.Create("核查日期", "2026-03-02")], done.Values);
        Assert.Contains("现场核查：核查日期 2026-03-02", await product.ReadAsync(db => db.History.Select(h => h.Note).ToListAsync()));
        var state = await product.ReadAsync(db => db.WorkflowInstances.Where(i => i.Id == instance.ToString()).Select(i => i.State).SingleAsync());
        Assert.Equal("2026-03-02", WorkflowInstance.FromJson(state).Variables()["visit"]!["核查日期"]!.GetValue<string>());
    }

    [SkippableTheory, Databases]
    public async Task What_is_no_field_or_comes_twice_is_below_the_floor(DatabaseProvider database)
    {
        await using var product = await Product.WithCityAsync(database);
        var shipped = await product.ReadAsync(db => db.WorkflowVersions.Where(v => v.DefinitionId == "title-review").Select(v => v.Json).SingleAsync());
        foreach (var second in new[] { "核查日期 | Date | day", "核查日期 | Date again" })
        {
            var flow = JsonNode.Parse(shipped)!;
            AddVisit(flow, Date, second);

            var error = Assert.Single(FlowFloor.Check(WorkflowDocument.Parse(flow.ToJsonString())), e => e.Code == "floor.field");

            Assert.EndsWith(".fields[1]", error.Path, StringComparison.Ordinal);
        }
    }

    private static void AddVisit(JsonNode flow, params string[] fields)
    {
        flow.AddTask("visit", "现场核查", into: "employerCheck");
        flow["variables"] = new JsonArray(new JsonObject { ["id"] = "visit", ["name"] = "visit", ["typeName"] = "Object" });
        var visit = flow["root"]!["activities"]!.AsArray().Single(a => (string?)a!["id"] == "visit")!;
        visit["form"]!["expression"]!["value"] = "general";
        visit["fields"] = new JsonObject
        {
            ["typeName"] = "ICollection<String>",
            ["expression"] = new JsonObject { ["type"] = "Object", ["value"] = new JsonArray([.. fields]).ToJsonString() },
        };
        visit["answers"] = new JsonObject { ["typeName"] = "Object", ["memoryReference"] = new JsonObject { ["id"] = "visit" } };
    }

    private static CompleteWorkItem.Command Complete(WorkItemId item, Dictionary<string, string> values) =>
        new(item, "Pass") { Values = values };
}
