using System.Text.Json.Nodes;
using TitleWorkflow.Engine;

namespace TitleWorkflow.Web.Tests.Workflows.Fuzz;

/// <summary>A part of the shipped flow cut out, to be used as a step where it was.</summary>
/// <param name="Name">The flow's name and, as it has no spaces, the type of the step.</param>
/// <param name="Steps">What is cut out; the first is where it begins.</param>
/// <param name="Ends">How it is left: where from, by which outcome, and the outcome of the whole then.</param>
internal sealed record SubFlow(string Name, string[] Steps, (string From, string Port, string Outcome)[] Ends)
{
    /// <summary>Sound parts, and some that hide how a case was left.</summary>
    public static readonly SubFlow[] All =
    [
        new("Hops", ["town", "district", "correctTown", "correctDistrict"], [("district", "Pass", "Pass"), ("town", "Refuse", "Refuse"), ("district", "Refuse", "Refuse")]),
        new("Assessment", ["assignGroup", "groupReview", "ballot"], [("ballot", "Passed", "Passed"), ("ballot", "NotPassed", "NotPassed"), ("ballot", "OverCap", "NotPassed")]),
        new("Posting", ["postResult", "resultPublicity"], [("resultPublicity", "Clear", "Clear"), ("resultPublicity", "Withdrawn", "Withdrawn")]),
        new("HopsAnyhow", ["town", "correctTown"], [("town", "Pass", "Done"), ("town", "Refuse", "Done")]),
        new("VoteAnyhow", ["ballot"], [("ballot", "Passed", "Passed"), ("ballot", "NotPassed", "Passed"), ("ballot", "OverCap", "Passed")]),
        new("Again", ["correctCity"], [("correctCity", "Submit", "Done")]),
    ];

    public string DefinitionId => "part-" + Name.ToLowerInvariant();

    public string[] Outcomes => [.. Ends.Select(e => e.Outcome).Distinct()];

    /// <summary>The part as a flow of its own.</summary>
    public JsonObject CutFrom(JsonObject flow)
    {
        var document = (JsonObject)flow.DeepClone();
        document["definitionId"] = DefinitionId;
        document["name"] = Name;
        document["outcomes"] = new JsonArray([.. Outcomes.Select(o => (JsonNode)o)]);
        document["options"]!["usableAsActivity"] = true;
        var chart = document["root"]!.AsObject();
        var steps = chart["activities"]!.AsArray();
        var lines = chart["connections"]!.AsArray();
        steps.Where(s => !Steps.Contains(Id(s)) && Id(s) != "start").ToList().ForEach(s => steps.Remove(s));
        lines.Where(l => !Steps.Contains(At(l, "source")) || !Steps.Contains(At(l, "target"))).ToList().ForEach(l => lines.Remove(l));
        lines.Add(Line("start", "Done", Steps[0]));
        foreach (var outcome in Outcomes)
        {
            steps.Add(new JsonObject
            {
                ["id"] = "end" + outcome,
                ["type"] = "Elsa.Complete",
                ["version"] = 1,
                ["outcomes"] = new JsonObject { ["typeName"] = "Object", ["expression"] = new JsonObject { ["type"] = "Literal", ["value"] = outcome } },
            });
        }

        Ends.ToList().ForEach(end => lines.Add(Line(end.From, end.Port, "end" + end.Outcome)));
        return document;
    }

    /// <summary>A step of a drawing that stands for the part.</summary>
    public JsonObject Step(string id, string versionId) => new()
    {
        ["id"] = id,
        ["type"] = Name,
        ["version"] = 1,
        ["workflowDefinitionId"] = DefinitionId,
        ["workflowDefinitionVersionId"] = versionId,
    };

    /// <summary>Puts the step where the part was cut out.</summary>
    public void PutInto(JsonObject flow, string versionId)
    {
        if (flow["root"] is not JsonObject { } chart || chart["activities"] is not JsonArray steps || chart["connections"] is not JsonArray lines)
        {
            return;
        }

        var leads = Ends.Select(end => (end.Outcome, To: lines.Where(l => At(l, "source") == end.From && Port(l) == end.Port)
            .Select(l => At(l, "target")).FirstOrDefault())).DistinctBy(l => l.Outcome).ToList();
        foreach (var line in lines.Where(l => Steps.Contains(At(l, "target")) && !Steps.Contains(At(l, "source"))).ToList())
        {
            line!["target"]!["activity"] = "part";
        }

        lines.Where(l => Steps.Contains(At(l, "source"))).ToList().ForEach(l => lines.Remove(l));
        steps.Where(s => Steps.Contains(Id(s))).ToList().ForEach(s => steps.Remove(s));
        steps.Add(Step("part", versionId));
        leads.Where(l => l.To is not null).ToList().ForEach(l => lines.Add(Line("part", l.Outcome, l.To!)));
    }

    // Others may have spoilt the document before.
    private static string? At(JsonNode? line, string end) => ((line as JsonObject)?[end] as JsonObject)?["activity"]?.ToString();

    private static string? Port(JsonNode? line) => ((line as JsonObject)?["source"] as JsonObject)?["port"]?.ToString();

    private static string? Id(JsonNode? step) => (step as JsonObject)?["id"]?.ToString();

    private static JsonObject Line(string from, string port, string to) => new()
    {
        ["source"] = new JsonObject { ["activity"] = from, ["port"] = port },
        ["target"] = new JsonObject { ["activity"] = to, ["port"] = "In" },
    };
}

/// <summary>Parts that have been approved at a server.</summary>
internal sealed record Approved(SubFlow Part, StoredDefinition Version);
