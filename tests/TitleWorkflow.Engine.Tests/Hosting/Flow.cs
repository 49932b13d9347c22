using System.Text.Json.Nodes;
using TitleWorkflow.Engine.Documents;
using TitleWorkflow.Engine.State;

namespace TitleWorkflow.Engine.Tests.Hosting;

/// <summary>Writes documents as tests want to read them: activities by name, connections as arrows.</summary>
internal sealed class Flow
{
    private readonly JsonArray activities = [];
    private readonly JsonArray connections = [];
    private readonly JsonArray variables = [];
    private readonly JsonArray inputs = [];
    private readonly JsonArray outputs = [];
    private readonly JsonArray outcomes = [];
    private readonly JsonObject options = [];
    private JsonObject? root;

    /// <summary>A flowchart of arrows such as <c>a -Approve-> b</c> and <c>a -> b</c>; names never added are steps.</summary>
    public static Flow Chart(params string[] arrows)
    {
        var flow = new Flow();

        foreach (var arrow in arrows)
        {
            flow.Arrow(arrow);
        }

        return flow;
    }

    /// <summary>A workflow whose outermost activity is no flowchart.</summary>
    public static Flow Of(JsonObject root) => new() { root = root };

    public static JsonObject Activity(string id, string type, object? properties = null, object? custom = null)
    {
        var json = new JsonObject { ["id"] = id, ["type"] = type.Contains('.', StringComparison.Ordinal) ? type : $"Test.{type}" };

        foreach (var (name, value) in properties is null ? [] : StateJson.ToNode(properties)!.AsObject())
        {
            json[name] = value?.DeepClone();
        }

        if (custom is not null)
        {
            json["customProperties"] = StateJson.ToNode(custom);
        }

        return json;
    }

    public static JsonObject Input(string kind, object? value, string type = "Object") => new()
    {
        ["typeName"] = type,
        ["expression"] = new JsonObject { ["type"] = kind, ["value"] = StateJson.ToNode(value) },
    };

    public static JsonObject Script(string source) => Input("JavaScript", source);

    public static JsonObject To(string id) => new() { ["typeName"] = "Object", ["memoryReference"] = new JsonObject { ["id"] = id } };

    public static JsonObject Sequence(string id, params JsonObject[] activities) => new()
    {
        ["id"] = id,
        ["type"] = "Elsa.Sequence",
        ["activities"] = new JsonArray([.. activities]),
    };

    public Flow Add(string id, string type, object? properties = null, object? custom = null) =>
        Add(Activity(id, type, properties, custom));

    public Flow Add(JsonObject activity)
    {
        var id = activity["id"]!.GetValue<string>();

        if (activities.FirstOrDefault(known => known!["id"]!.GetValue<string>() == id) is { } known)
        {
            activities[activities.IndexOf(known)] = activity;
        }
        else
        {
            activities.Add(activity);
        }

        return this;
    }

    public Flow Arrow(string arrow)
    {
        var parts = arrow.Split("->", StringSplitOptions.TrimEntries);
        var from = parts[0].Split('-', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        Ensure(from[0]);
        Ensure(parts[1]);
        connections.Add(new JsonObject
        {
            ["source"] = new JsonObject { ["activity"] = from[0], ["port"] = from.Length > 1 ? from[1] : "Done" },
            ["target"] = new JsonObject { ["activity"] = parts[1], ["port"] = "In" },
        });

        return this;
    }

    public Flow Connect(JsonObject connection)
    {
        connections.Add(connection);

        return this;
    }

    public Flow Variable(string name, string type = "Object", string? value = null, string? driver = null, string? id = null)
    {
        variables.Add(new JsonObject
        {
            ["id"] = id ?? name,
            ["name"] = name,
            ["typeName"] = type,
            ["isArray"] = false,
            ["value"] = value,
            ["storageDriverTypeName"] = driver,
        });

        return this;
    }

    public Flow WithInput(string name, string type = "String", bool required = false)
    {
        inputs.Add(new JsonObject { ["name"] = name, ["type"] = type, ["isRequired"] = required });

        return this;
    }

    public Flow WithOutput(string name, string type = "Object")
    {
        outputs.Add(new JsonObject { ["name"] = name, ["type"] = type });

        return this;
    }

    public Flow WithOutcomes(params string[] names)
    {
        foreach (var name in names)
        {
            outcomes.Add((JsonNode)name);
        }

        return this;
    }

    public Flow Option(string name, string value)
    {
        options[name] = value;

        return this;
    }

    public Flow ContinuingWithIncidents() => Option("incidentStrategyType", "ContinueWithIncidentsStrategy");

    public string ToJson(string definitionId = "flow", int version = 1) => new JsonObject
    {
        ["id"] = $"{definitionId}-v{version}",
        ["definitionId"] = definitionId,
        ["name"] = definitionId,
        ["version"] = version,
        ["variables"] = variables.DeepClone(),
        ["inputs"] = inputs.DeepClone(),
        ["outputs"] = outputs.DeepClone(),
        ["outcomes"] = outcomes.DeepClone(),
        ["options"] = options.DeepClone(),
        ["root"] = root?.DeepClone() ?? Chart(),
    }.ToJsonString();

    public WorkflowDocument ToDocument() => WorkflowDocument.Parse(ToJson());

    public IReadOnlyList<DocumentError> Validate() => DocumentValidator.Validate(ToDocument(), EngineHost.DefaultCatalog);

    public JsonObject Chart(string id = "chart") => new()
    {
        ["id"] = id,
        ["type"] = "Elsa.Flowchart",
        ["version"] = 1,
        ["activities"] = activities.DeepClone(),
        ["connections"] = connections.DeepClone(),
    };

    // Activities that only arrows mention: reviews by their name, ends and starts by theirs, all others plain steps.
    private void Ensure(string id)
    {
        if (!activities.Any(known => known!["id"]!.GetValue<string>() == id))
        {
            activities.Add(Activity(id, id switch
            {
                "start" => "Elsa.Start",
                _ when id.StartsWith("end", StringComparison.Ordinal) => "Elsa.End",
                _ when id.StartsWith("review", StringComparison.Ordinal) => "Review",
                _ => "Step",
            }));
        }
    }
}
