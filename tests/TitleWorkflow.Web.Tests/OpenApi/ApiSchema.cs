using System.Text.Json.Nodes;

namespace TitleWorkflow.Web.Tests.OpenApi;

/// <summary>A schema of the document, references followed and "or null" set aside.</summary>
internal sealed class ApiSchema
{
    private readonly JsonNode document;
    private readonly JsonNode schema;

    public ApiSchema(JsonNode document, JsonNode schema)
    {
        this.document = document;
        this.schema = Follow(document, schema);
    }

    // A form's parts stand apart, one schema each.
    private IEnumerable<JsonObject> Properties => (schema["allOf"]?.AsArray() ?? [schema.DeepClone()])
        .Select(part => part!["properties"]).OfType<JsonObject>();

    private IEnumerable<string> Required => schema["required"]?.AsArray().Select(name => name!.ToString()) ?? [];

    /// <summary>The schema of a property, or of any value where names are free.</summary>
    public ApiSchema Property(string name)
    {
        var found = Properties.Select(p => p[name]).FirstOrDefault(p => p is not null) ?? schema["additionalProperties"];
        return found is JsonObject property
            ? new ApiSchema(document, property)
            : throw new KeyNotFoundException($"The document knows no property {name} of {schema.ToJsonString()}");
    }

    /// <summary>The schema of an array's items.</summary>
    public ApiSchema Items => schema["items"] is { } items
        ? new ApiSchema(document, items)
        : throw new KeyNotFoundException($"The document knows no items of {schema.ToJsonString()}");

    /// <summary>Asserts that everything required is given and everything given is known.</summary>
    public void Accepts(JsonNode? value)
    {
        if (value is JsonObject given)
        {
            Assert.Equal([], Required.Except(given.Select(p => p.Key)));
            foreach (var (name, part) in given)
            {
                Property(name).Accepts(part);
            }
        }
        else if (value is JsonArray list)
        {
            foreach (var item in list)
            {
                Items.Accepts(item);
            }
        }
        else if (schema["enum"] is JsonArray words && value is not null)
        {
            Assert.Contains(value.ToString(), words.Select(w => w?.ToString()));
        }
    }

    private static JsonNode Follow(JsonNode document, JsonNode schema)
    {
        if (schema["$ref"]?.ToString() is { } reference)
        {
            return Follow(document, reference.TrimStart('#', '/').Split('/').Aggregate(document, (node, part) => node[part]!));
        }

        var variants = (schema["oneOf"] ?? schema["anyOf"])?.AsArray().Where(v => v!["type"]?.ToString() != "null").ToList();
        return variants is [var only] ? Follow(document, only!) : schema;
    }
}
