using System.Text.Json.Nodes;

namespace TitleWorkflow.Web.Tests.Workflows.Fuzz;

/// <summary>
/// Spoils a document as careless, lazy and hostile designers would: some changes are shortcuts that look tidy, some are nonsense
/// that merely has the shape of JSON.
/// </summary>
internal sealed class Mutation(Random chance, IReadOnlyList<Approved> parts)
{
    private readonly Drawing drawing = new(chance, parts);

    /// <summary>A spoilt copy and the names of what was done to it.</summary>
    public (JsonObject Document, IReadOnlyList<string> Done) Of(JsonObject original)
    {
        var document = (JsonObject)original.DeepClone();
        var done = new List<string>();
        Action<JsonObject>[] changes =
        [
            drawing.Bridge, drawing.Bridge, drawing.Bridge, drawing.Shortcut, drawing.Shortcut, drawing.Shortcut, drawing.AddLine, drawing.AddLine,
            drawing.Swap, drawing.Swap, drawing.Insert, drawing.Insert, drawing.Insert, drawing.Beside, drawing.Beside, drawing.Nest, drawing.Retype,
            drawing.Remove, drawing.Repeat, drawing.Rename, drawing.RemoveLine, drawing.RepeatLine, drawing.OtherPort, drawing.StartElsewhere,
            drawing.Trigger, drawing.Placeholder, drawing.OtherRoot, drawing.Deepen, drawing.CutOut, drawing.CutOut, drawing.CutOut, drawing.InsertPart,
            SetInput, SetInput, SetInput, SetInput, Compute, Bare, Untyped, SecondSpelling, DropInput, ForeignInput, Anywhere, Anywhere, Vanish,
            Structure, Structure, Structure, Number, Top,
        ];
        var times = chance.Next(4) switch { 0 => 1, 1 => 2, 2 => 3, _ => chance.Next(1, 8) };
        for (var i = 0; i < times; i++)
        {
            var change = changes[chance.Next(changes.Length)];
            change(document);
            done.Add(change.Method.Name);
        }

        return (document, done);
    }

    private void SetInput(JsonObject document)
    {
        if (drawing.AnyStep(document) is { } step)
        {
            var (name, type, values) = Values.Inputs[chance.Next(Values.Inputs.Length)];
            step[name] = Wrapped(type, type == "ICollection<String>" ? "Object" : "Literal", Pick(values)?.DeepClone());
        }
    }

    private void Compute(JsonObject document)
    {
        if (AnyInput(document) is { } input)
        {
            input["expression"] = new JsonObject { ["type"] = Pick(Values.Kinds), ["value"] = Pick(Values.Scripts)?.DeepClone() };
        }
    }

    private void Bare(JsonObject document)
    {
        if (drawing.AnyStep(document) is { } step)
        {
            var (name, _, values) = Values.Inputs[chance.Next(Values.Inputs.Length)];
            step[name] = Pick(values)?.DeepClone();
        }
    }

    private void Untyped(JsonObject document) => AnyInput(document)?.Remove("typeName");

    private void SecondSpelling(JsonObject document)
    {
        if (drawing.AnyStep(document) is { } step)
        {
            var (name, type, values) = Values.Inputs[chance.Next(Values.Inputs.Length)];
            step[char.ToUpperInvariant(name[0]) + name[1..]] = Wrapped(type, "Literal", Pick(values)?.DeepClone());
        }
    }

    private void DropInput(JsonObject document)
    {
        if (drawing.AnyStep(document) is { } step)
        {
            step.Remove(Values.Inputs[chance.Next(Values.Inputs.Length)].Name);
        }
    }

    private void ForeignInput(JsonObject document)
    {
        if (drawing.AnyStep(document) is { } step)
        {
            step[Pick(Values.ForeignInputs)] = Wrapped("Object", "Literal", Pick(Values.Junk)?.DeepClone());
        }
    }

    // What holds the drawing together becomes something else.
    private void Structure(JsonObject document)
    {
        var places = Places(document).Where(p => p.Key is not string name || Values.Structure.Contains(name)).ToList();
        if (places.Count > 0)
        {
            var (parent, key) = places[chance.Next(places.Count)];
            Put(parent, key, Pick(Values.Junk)?.DeepClone());
        }
    }

    // Any value anywhere in the document becomes something else.
    private void Anywhere(JsonObject document)
    {
        if (AnyPlace(document) is var (parent, key))
        {
            Put(parent, key, Pick(Values.Junk)?.DeepClone());
        }
    }

    private void Vanish(JsonObject document)
    {
        switch (AnyPlace(document))
        {
            case (JsonObject parent, string name):
                parent.Remove(name);
                break;
            case (JsonArray list, int index):
                list.RemoveAt(index);
                break;
            default:
                break;
        }
    }

    private void Number(JsonObject document)
    {
        var numbers = Places(document).Where(p => Get(p.Parent, p.Key) is JsonValue value && value.GetValueKind() == System.Text.Json.JsonValueKind.Number).ToList();
        if (numbers.Count > 0)
        {
            var (parent, key) = numbers[chance.Next(numbers.Count)];
            Put(parent, key, JsonNode.Parse(Pick(Values.Numbers)));
        }
    }

    private void Top(JsonObject document) => document[Pick(Values.Members)] = Pick(Values.Tops)?.DeepClone();

    private JsonObject? AnyInput(JsonObject document)
    {
        var inputs = (drawing.AnyStep(document) ?? []).Select(m => m.Value).OfType<JsonObject>().Where(v => v.ContainsKey("expression")).ToList();
        return inputs.Count > 0 ? inputs[chance.Next(inputs.Count)] : null;
    }

    private (JsonNode Parent, object Key)? AnyPlace(JsonObject document)
    {
        var places = Places(document).ToList();
        return places.Count > 0 ? places[chance.Next(places.Count)] : null;
    }

    private static IEnumerable<(JsonNode Parent, object Key)> Places(JsonNode? node) => node switch
    {
        JsonObject json => json.SelectMany(m => Places(m.Value).Prepend((json, m.Key))),
        JsonArray list => list.SelectMany((item, i) => Places(item).Prepend((list, i))),
        _ => [],
    };

    private static JsonNode? Get(JsonNode parent, object key) => key is string name ? parent[name] : parent[(int)key];

    private static void Put(JsonNode parent, object key, JsonNode? value)
    {
        if (key is string name)
        {
            parent[name] = value;
        }
        else
        {
            parent[(int)key] = value;
        }
    }

    private static JsonObject Wrapped(string type, string kind, JsonNode? value) =>
        new() { ["typeName"] = type, ["expression"] = new JsonObject { ["type"] = kind, ["value"] = value } };

    private T Pick<T>(IReadOnlyList<T> list) => list[chance.Next(list.Count)];
}
