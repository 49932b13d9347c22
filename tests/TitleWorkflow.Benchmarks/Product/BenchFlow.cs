using System.Globalization;
using System.Text.Json.Nodes;

namespace TitleWorkflow.Benchmarks.Product;

/// <summary>A flow of twenty human tasks in a row, each like those of the shipped flow.</summary>
internal static class BenchFlow
{
    public const string DefinitionId = "twenty-tasks";

    public const int Steps = 20;

    // Role, scope and time allowed; the applicant is told of each task by notice and mail.
    private static readonly (string Role, string Scope, int Days)[] Asked =
        [("Applicant", "Applicant", 0), ("EmployerHr", "Employer", 5), ("TownOfficer", "Town", 5), ("DistrictOfficer", "District", 5)];

    public static string Json()
    {
        var ids = Enumerable.Range(1, Steps).Select(i => $"task{i.ToString(CultureInfo.InvariantCulture)}").ToList();
        var activities = ids.Select((id, i) => (JsonNode)Task(id, Asked[i % Asked.Length]));
        var connections = ids.Prepend("start").Zip(ids, (from, to) => (JsonNode)Connection(from, to));
        return new JsonObject
        {
            ["$schema"] = "https://elsaworkflows.io/schemas/workflow-definition/v3.0.0/schema.json",
            ["id"] = DefinitionId + "-1",
            ["definitionId"] = DefinitionId,
            ["name"] = "二十步",
            ["version"] = 1,
            ["root"] = new JsonObject
            {
                ["id"] = "chart",
                ["type"] = "Elsa.Flowchart",
                ["version"] = 1,
                ["activities"] = new JsonArray([new JsonObject { ["id"] = "start", ["type"] = "Elsa.Start" }, .. activities]),
                ["connections"] = new JsonArray([.. connections]),
            },
        }.ToJsonString();
    }

    private static JsonObject Task(string id, (string Role, string Scope, int Days) asked) => new()
    {
        ["id"] = id,
        ["type"] = "TitleWorkflow.HumanTask",
        ["version"] = 1,
        ["metadata"] = new JsonObject { ["displayText"] = "办理" },
        ["role"] = Literal("String", asked.Role),
        ["scope"] = Literal("String", asked.Scope),
        ["form"] = Literal("String", "general"),
        ["outcomes"] = Input("ICollection<String>", "Object", """["Pass"]"""),
        ["reasonOutcomes"] = Input("ICollection<String>", "Object", "[]"),
        ["dueWorkingDays"] = Literal("Int32", asked.Days),
        ["status"] = Literal("String", "EmployerChecking"),
        ["stage"] = Literal("String", "Review"),
        ["englishName"] = Literal("String", "Handle"),
    };

    private static JsonObject Literal(string type, JsonNode value) => Input(type, "Literal", value);

    private static JsonObject Input(string type, string kind, JsonNode value) => new()
    {
        ["typeName"] = type,
        ["expression"] = new JsonObject { ["type"] = kind, ["value"] = value },
    };

    private static JsonObject Connection(string from, string to) => new()
    {
        ["source"] = new JsonObject { ["activity"] = from, ["port"] = from == "start" ? "Done" : "Pass" },
        ["target"] = new JsonObject { ["activity"] = to, ["port"] = "In" },
    };
}
