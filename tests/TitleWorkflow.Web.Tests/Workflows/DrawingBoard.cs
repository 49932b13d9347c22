using System.Net.Http.Json;
using System.Text.Json.Nodes;
using TitleWorkflow.Web.Tests.Hosting;

namespace TitleWorkflow.Web.Tests.Workflows;

/// <summary>Somebody who draws a flow, as the designer's program does it: every save is the whole of it.</summary>
internal sealed class DrawingBoard(Visitor visitor, string flow = "title-review")
{
    private string? revision;

    /// <summary>What is drawn.</summary>
    public JsonObject Model { get; private set; } = [];

    private JsonObject Chart => Model["root"]!.AsObject();

    public static async Task<DrawingBoard> Open(Server server, string userName, string flow = "title-review")
    {
        var board = new DrawingBoard(await server.As(userName), flow);
        await board.Load();
        return board;
    }

    public async Task Load() => Take(await Get($"workflow-definitions/by-definition-id/{flow}?versionOptions=Latest"));

    /// <summary>Any read of the designer's interface.</summary>
    public Task<Answer> Get(string path) => Send(HttpMethod.Get, path, null);

    /// <summary>Any write of it.</summary>
    public Task<Answer> Act(HttpMethod method, string path, object? body = null) => Send(method, path, body is null ? null : JsonContent.Create(body));

    public async Task<Answer> Save(bool publish = false, bool stepsMayGo = false)
    {
        var answer = await Send(
            HttpMethod.Post, "workflow-definitions", JsonContent.Create(new { model = Model, publish }), stepsMayGo);
        if (answer.Body?["workflowDefinition"] is JsonObject stored)
        {
            Model = stored.DeepClone().AsObject();
        }

        return answer;
    }

    public JsonObject Step(string id) => Chart["activities"]!.AsArray().Select(a => a!.AsObject()).Single(a => (string?)a["id"] == id);

    public void Set(string step, string input, JsonNode value) => Step(step)[input] = new JsonObject
    {
        ["typeName"] = null,
        ["expression"] = new JsonObject { ["type"] = "Literal", ["value"] = value },
        ["memoryReference"] = null,
    };

    public void Remove(string step) => Chart["activities"]!.AsArray().Remove(Step(step));

    /// <summary>Where a step stands in the document.</summary>
    public int PlaceOf(string step) => Chart["activities"]!.AsArray().IndexOf(Step(step));

    /// <summary>One of the document's own lists.</summary>
    public JsonArray List(string name) => Model[name]!.AsArray();

    public JsonNode Way(string from, string port) => Chart["connections"]!.AsArray()
        .Single(c => (string?)c!["source"]!["activity"] == from && (string?)c["source"]!["port"] == port)!;

    /// <summary>Lines of a step lead elsewhere: pairs of outcome and target.</summary>
    public void Lead(string from, params string[] ways)
    {
        foreach (var way in ways.Chunk(2))
        {
            Way(from, way[0])["target"]!["activity"] = way[1];
        }
    }

    /// <summary>One more line.</summary>
    public void Connect(string from, string port, string to) => Chart["connections"]!.AsArray().Add(new JsonObject
    {
        ["source"] = new JsonObject { ["activity"] = from, ["port"] = port },
        ["target"] = new JsonObject { ["activity"] = to, ["port"] = "In" },
        ["vertices"] = new JsonArray(),
    });

    /// <summary>A line goes.</summary>
    public void Cut(string from, string port) => Chart["connections"]!.AsArray().Remove(Way(from, port));

    /// <summary>One outcome of a step also leads to a copy of the step it leads to, beside it.</summary>
    public void Fork(string from, string beside, string port)
    {
        var copy = Step(beside).DeepClone();
        copy["id"] = beside + "Too";
        Chart["activities"]!.AsArray().Add(copy);
        Connect(from, port, beside + "Too");
        foreach (var way in Chart["connections"]!.AsArray().Where(c => (string?)c!["source"]!["activity"] == beside).Select(c => c!.DeepClone()).ToList())
        {
            Connect(beside + "Too", (string)way["source"]!["port"]!, (string)way["target"]!["activity"]!);
        }
    }

    /// <summary>A step is put into a loop that takes its place.</summary>
    public void Nest(string step)
    {
        var inner = Step(step).DeepClone();
        inner["id"] = step + "Inner";
        Chart["activities"]!.AsArray()[PlaceOf(step)] = new JsonObject
        {
            ["id"] = step,
            ["type"] = "Elsa.ForEach",
            ["version"] = 1,
            ["items"] = new JsonArray(1),
            ["body"] = inner,
        };
    }

    /// <summary>An event from outside begins at a step.</summary>
    public void Trigger(string step)
    {
        Chart["activities"]!.AsArray().Add(new JsonObject
        {
            ["id"] = "again",
            ["type"] = "Elsa.Event",
            ["version"] = 1,
            ["eventName"] = "Again",
            ["customProperties"] = new JsonObject { ["canStartWorkflow"] = true },
        });
        Connect("again", "Done", step);
    }

    /// <summary>A step becomes a placeholder for a placeholder for a certificate.</summary>
    public void Hide(string step)
    {
        var inner = Placeholder(step, new JsonObject { ["id"] = step, ["type"] = "TitleWorkflow.IssueCertificate", ["version"] = 1 });
        Chart["activities"]!.AsArray()[PlaceOf(step)] = Placeholder(step, inner);
    }

    public void RemoveAll(string type)
    {
        foreach (var step in Chart["activities"]!.AsArray().Where(a => (string?)a!["type"] == type).ToList())
        {
            Chart["activities"]!.AsArray().Remove(step);
        }
    }

    public void Compute(string step, string input, string kind, JsonNode value) => Step(step)[input] = new JsonObject
    {
        ["typeName"] = "String",
        ["expression"] = new JsonObject { ["type"] = kind, ["value"] = value },
    };

    /// <summary>Puts a task between two steps: what led from one to the other leads to it, and its outcome leads on.</summary>
    public void PutBetween(string from, string port, string to, string id, string name, string role, string scope)
    {
        Chart["activities"]!.AsArray().Add(new JsonObject
        {
            ["id"] = id,
            ["nodeId"] = $"Workflow1:flowchart1:{id}",
            ["name"] = "人工办理1",
            ["type"] = "TitleWorkflow.HumanTask",
            ["version"] = 1,
            ["metadata"] = new JsonObject { ["displayText"] = name },
        });
        Set(id, "role", role);
        Set(id, "scope", scope);
        Set(id, "dueWorkingDays", "3");
        Step(id)["outcomes"] = new JsonObject
        {
            ["typeName"] = "ICollection<String>",
            ["expression"] = new JsonObject { ["type"] = "Object", ["value"] = "[\"Agree\"]" },
        };
        var connections = Chart["connections"]!.AsArray();
        var way = Way(from, port);
        Assert.Equal(to, (string?)way["target"]!["activity"]);
        way["target"]!["activity"] = id;
        connections.Add(new JsonObject
        {
            ["source"] = new JsonObject { ["activity"] = id, ["port"] = "Agree" },
            ["target"] = new JsonObject { ["activity"] = to, ["port"] = "In" },
            ["vertices"] = new JsonArray(),
        });
    }

    private static JsonObject Placeholder(string id, JsonObject original) => new()
    {
        ["id"] = id,
        ["type"] = "Elsa.NotFoundActivity",
        ["version"] = 1,
        ["originalActivityJson"] = original.ToJsonString(),
    };

    private void Take(Answer answer) => Model = answer.Done().DeepClone().AsObject();

    private async Task<Answer> Send(HttpMethod method, string path, HttpContent? content, bool stepsMayGo = false)
    {
        using var request = new HttpRequestMessage(method, "/elsa/api/" + path) { Content = content };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        if (revision is not null)
        {
            request.Headers.Add("X-Revision", revision);
        }

        if (stepsMayGo)
        {
            request.Headers.Add("X-Steps-May-Go", "true");
        }

        using var response = await visitor.Http.SendAsync(request);
        revision = response.Headers.TryGetValues("X-Revision", out var given) ? given.Single() : revision;
        var text = await response.Content.ReadAsStringAsync();
        var kind = response.Content.Headers.ContentType?.MediaType;
        var body = kind?.EndsWith("json", StringComparison.Ordinal) == true ? JsonNode.Parse(text) : null;
        return new Answer($"{method} {path}", response.StatusCode, kind, body, null, text);
    }
}
