using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace TitleWorkflow.Engine.State;

/// <summary>How state becomes JSON: values without type information, names as declared, enums as words.</summary>
internal static class StateJson
{
    public static JsonSerializerOptions Options { get; } = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNameCaseInsensitive = true,
        Converters = { new JsonStringEnumConverter(), new ValueJsonConverter(), new AnyCaseDictionaryConverter() },
    };

    public static JsonNode? ToNode(object? value) => value switch
    {
        null => null,
        JsonNode node => node.DeepClone(),
        JsonElement element => JsonNode.Parse(element.GetRawText()),
        _ => JsonSerializer.SerializeToNode(value, value.GetType(), Options),
    };

    // Read as nodes: the declared type, which only the document knows, converts them on first use.
    private sealed class ValueJsonConverter : JsonConverter<object?>
    {
        public override object? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            JsonNode.Parse(ref reader);

        public override void Write(Utf8JsonWriter writer, object? value, JsonSerializerOptions options)
        {
            if (value is null || value.GetType() == typeof(object))
            {
                writer.WriteNullValue();
            }
            else
            {
                JsonSerializer.Serialize(writer, value, value.GetType(), options);
            }
        }
    }

    // Inputs and outputs are looked up ignoring case, also after a load.
    private sealed class AnyCaseDictionaryConverter : JsonConverter<IReadOnlyDictionary<string, JsonNode?>>
    {
        public override IReadOnlyDictionary<string, JsonNode?> Read(
            ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            new Dictionary<string, JsonNode?>(
                JsonSerializer.Deserialize<Dictionary<string, JsonNode?>>(ref reader, options)!,
                StringComparer.OrdinalIgnoreCase);

        public override void Write(
            Utf8JsonWriter writer, IReadOnlyDictionary<string, JsonNode?> value, JsonSerializerOptions options)
        {
            writer.WriteStartObject();

            foreach (var (key, node) in value)
            {
                writer.WritePropertyName(key);
                JsonSerializer.Serialize(writer, node, options);
            }

            writer.WriteEndObject();
        }
    }
}
