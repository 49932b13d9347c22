using System.Text.Json.Nodes;

namespace TitleWorkflow.Web.Tests.Workflows.Fuzz;

/// <summary>Changes to what is drawn: steps and the lines between them.</summary>
internal sealed class Drawing(Random chance, IReadOnlyList<Approved> parts)
{
    private int made;

    public JsonObject? AnyStep(JsonObject document) => Any(Steps(document));

    /// <summary>A step goes, and whatever led to it leads to what came after it.</summary>
    public void Bridge(JsonObject document)
    {
        if (AnyStep(document) is not { } step || Lines(document) is not { } lines)
        {
            return;
        }

        var id = Id(step);
        var next = Any(lines.OfType<JsonObject>().Where(l => End(l, "source") == id).ToList());
        foreach (var line in lines.OfType<JsonObject>().Where(l => End(l, "target") == id))
        {
            Lead(line, "target", next is null ? null : End(next, "target"));
        }

        lines.OfType<JsonObject>().Where(l => End(l, "source") == id).ToList().ForEach(l => lines.Remove(l));
        ((document["root"] as JsonObject)?["activities"] as JsonArray)?.Remove(step);
    }

    /// <summary>A line leads to another step.</summary>
    public void Shortcut(JsonObject document)
    {
        if (AnyLine(document) is { } line)
        {
            Lead(line, "target", Id(AnyStep(document)));
        }
    }

    public void AddLine(JsonObject document) => Connect(document, Id(AnyStep(document)), AnyPort(document), Id(AnyStep(document)));

    public void Swap(JsonObject document)
    {
        if (AnyLine(document) is { } one && AnyLine(document) is { } other)
        {
            var target = End(one, "target");
            Lead(one, "target", End(other, "target"));
            Lead(other, "target", target);
        }
    }

    /// <summary>A new step between two.</summary>
    public void Insert(JsonObject document)
    {
        if (AnyLine(document) is { } line && Make(document, Values.Types[chance.Next(Values.Types.Length)]) is { } id)
        {
            var target = End(line, "target");
            Lead(line, "target", id);
            Connect(document, id, AnyPort(document), target);
            Connect(document, id, "Done", target);
        }
    }

    /// <summary>A branch beside a line, which may meet it again.</summary>
    public void Beside(JsonObject document)
    {
        if (AnyLine(document) is { } line && Make(document, Values.Types[chance.Next(Values.Types.Length)]) is { } id)
        {
            Connect(document, End(line, "source"), Port(line), id);
            Connect(document, id, "Done", chance.Next(2) == 0 ? End(line, "target") : Id(AnyStep(document)));
        }
    }

    /// <summary>A step is put inside a container that takes its place.</summary>
    public void Nest(JsonObject document)
    {
        if (AnyStep(document) is not { } step || (document["root"] as JsonObject)?["activities"] is not JsonArray steps)
        {
            return;
        }

        var inner = (JsonObject)step.DeepClone();
        var id = Id(step);
        inner["id"] = id + "-inner";
        JsonObject outer = chance.Next(4) switch
        {
            0 => new() { ["type"] = "Elsa.Sequence", ["activities"] = new JsonArray(inner) },
            1 => new() { ["type"] = "Elsa.If", ["condition"] = true, ["then"] = inner },
            2 => new() { ["type"] = "Elsa.Flowchart", ["activities"] = new JsonArray(inner), ["connections"] = new JsonArray() },
            _ => new() { ["type"] = "Elsa.ForEach", ["items"] = new JsonArray(1, 2), ["body"] = inner },
        };
        outer["id"] = id;
        steps[steps.IndexOf(step)] = outer;
    }

    public void Retype(JsonObject document)
    {
        if (AnyStep(document) is { } step)
        {
            step["type"] = Values.Types[chance.Next(Values.Types.Length)];
        }
    }

    public void Remove(JsonObject document)
    {
        if (AnyStep(document) is { } step)
        {
            ((document["root"] as JsonObject)?["activities"] as JsonArray)?.Remove(step);
        }
    }

    public void Repeat(JsonObject document)
    {
        if (AnyStep(document) is { } step && (document["root"] as JsonObject)?["activities"] is JsonArray steps)
        {
            var copy = (JsonObject)step.DeepClone();
            copy["id"] = chance.Next(2) == 0 ? Id(step) : $"copy{++made}";
            steps.Add(copy);
            Connect(document, Id(AnyStep(document)), AnyPort(document), Id(copy));
            Connect(document, Id(copy), AnyPort(document), Id(AnyStep(document)));
        }
    }

    public void Rename(JsonObject document)
    {
        if (AnyStep(document) is { } step)
        {
            step["id"] = chance.Next(3) switch { 0 => Id(AnyStep(document)), 1 => "", _ => $"other{++made}" };
        }
    }

    public void RemoveLine(JsonObject document)
    {
        if (AnyLine(document) is { } line)
        {
            Lines(document)!.Remove(line);
        }
    }

    public void RepeatLine(JsonObject document)
    {
        if (AnyLine(document) is { } line)
        {
            Lines(document)!.Add(line.DeepClone());
        }
    }

    public void OtherPort(JsonObject document)
    {
        if (AnyLine(document)?["source"] is JsonObject source)
        {
            source["port"] = AnyPort(document);
        }
    }

    public void StartElsewhere(JsonObject document)
    {
        if (document["root"] is JsonObject root)
        {
            root["start"] = Id(AnyStep(document));
        }
    }

    /// <summary>An event from outside begins the flow in the middle.</summary>
    public void Trigger(JsonObject document)
    {
        if (Make(document, "Elsa.Event") is { } id && Steps(document).Find(s => Id(s) == id) is { } step)
        {
            step["eventName"] = "Again";
            step["customProperties"] = new JsonObject { ["canStartWorkflow"] = true };
            Connect(document, id, "Done", Id(AnyStep(document)));
        }
    }

    /// <summary>A step is hidden in a placeholder, once or twice.</summary>
    public void Placeholder(JsonObject document)
    {
        for (var times = chance.Next(1, 3); times > 0 && AnyStep(document) is { } step && (document["root"] as JsonObject)?["activities"] is JsonArray steps; times--)
        {
            steps[steps.IndexOf(step)] = new JsonObject
            {
                ["id"] = Id(step),
                ["type"] = "Elsa.NotFoundActivity",
                ["version"] = 1,
                ["originalActivityJson"] = step.ToJsonString(),
            };
        }
    }

    public void OtherRoot(JsonObject document)
    {
        if (document["root"] is JsonObject root)
        {
            root["type"] = chance.Next(3) switch { 0 => "Elsa.Sequence", 1 => "Elsa.Parallel", _ => "TitleWorkflow.IssueCertificate" };
        }
    }

    public void Deepen(JsonObject document)
    {
        if (AnyStep(document) is { } step && (document["root"] as JsonObject)?["activities"] is JsonArray steps)
        {
            var inner = (JsonObject)step.DeepClone();
            for (var depth = chance.Next(2, 40); depth > 0; depth--)
            {
                inner = new JsonObject { ["id"] = $"deep{++made}", ["type"] = "Elsa.Sequence", ["activities"] = new JsonArray(inner) };
            }

            steps.Add(inner);
        }
    }

    /// <summary>What the shipped flow does itself is done by a flow used as a step.</summary>
    public void CutOut(JsonObject document)
    {
        if (parts.Count > 0 && Lines(document) is not null && Steps(document).Count > 0)
        {
            var (part, version) = parts[chance.Next(parts.Count)];
            part.PutInto(document, version.VersionId);
        }
    }

    /// <summary>A flow as a step between two.</summary>
    public void InsertPart(JsonObject document)
    {
        if (parts.Count > 0 && AnyLine(document) is { } line && (document["root"] as JsonObject)?["activities"] is JsonArray steps)
        {
            var (part, version) = parts[chance.Next(parts.Count)];
            var (id, target) = ($"part{++made}", End(line, "target"));
            steps.Add(part.Step(id, version.VersionId));
            Lead(line, "target", id);
            part.Outcomes.ToList().ForEach(outcome => Connect(document, id, outcome, chance.Next(3) > 0 ? target : Id(AnyStep(document))));
        }
    }

    private string? Make(JsonObject document, string type)
    {
        if ((document["root"] as JsonObject)?["activities"] is not JsonArray steps)
        {
            return null;
        }

        // Half of the new tasks are copies of a sound one, so that not all of them fail for want of a role.
        var id = $"made{++made}";
        var sound = Any(Steps(document).Where(s => s["type"]?.ToString() == type).ToList());
        var step = chance.Next(4) > 0 && sound is not null ? (JsonObject)sound.DeepClone() : new JsonObject { ["type"] = type };
        step["id"] = id;
        steps.Add(step);
        return id;
    }

    private string? AnyPort(JsonObject document) => chance.Next(10) == 0 ? "Nowhere" : AnyLine(document) is { } line ? Port(line) : "Done";

    private JsonObject? AnyLine(JsonObject document) => Any([.. (Lines(document) ?? []).OfType<JsonObject>()]);

    private static void Connect(JsonObject document, string? source, string? port, string? target) => Lines(document)?.Add(new JsonObject
    {
        ["source"] = new JsonObject { ["activity"] = source, ["port"] = port },
        ["target"] = new JsonObject { ["activity"] = target, ["port"] = "In" },
    });

    private static void Lead(JsonObject line, string end, string? id)
    {
        if (line[end] is JsonObject place)
        {
            place["activity"] = id;
        }
    }

    private static List<JsonObject> Steps(JsonObject document) =>
        [.. ((document["root"] as JsonObject)?["activities"] as JsonArray ?? []).OfType<JsonObject>()];

    private static JsonArray? Lines(JsonObject document) => (document["root"] as JsonObject)?["connections"] as JsonArray;

    private static string? End(JsonObject line, string end) => (line[end] as JsonObject)?["activity"]?.ToString();

    private static string? Port(JsonObject line) => (line["source"] as JsonObject)?["port"]?.ToString();

    private static string Id(JsonObject? step) => step?["id"]?.ToString() ?? "";

    private JsonObject? Any(List<JsonObject> list) => list.Count > 0 ? list[chance.Next(list.Count)] : null;
}
