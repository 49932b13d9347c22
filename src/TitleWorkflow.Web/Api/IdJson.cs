using System.Text.Json;
using System.Text.Json.Serialization;
using TitleWorkflow.Domain;

namespace TitleWorkflow.Web.Api;

/// <summary>Typed ids travel as plain GUID strings.</summary>
internal sealed class IdJson : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => IsId(typeToConvert);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Converter<>).MakeGenericType(typeToConvert))!;

    public static bool IsId(Type type) =>
        type is { IsValueType: true, IsEnum: false }
        && type.Assembly == typeof(Aggregate).Assembly
        && type.Name.EndsWith("Id", StringComparison.Ordinal)
        && type.GetConstructor([typeof(Guid)]) is not null;

    private sealed class Converter<TId> : JsonConverter<TId>
        where TId : struct
    {
        public override TId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Create(reader.GetGuid());

        public override void Write(Utf8JsonWriter writer, TId value, JsonSerializerOptions options) =>
            writer.WriteStringValue(Value(value));

        public override TId ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Create(Guid.Parse(reader.GetString()!));

        public override void WriteAsPropertyName(Utf8JsonWriter writer, TId value, JsonSerializerOptions options) =>
            writer.WritePropertyName(Value(value).ToString());

        private static TId Create(Guid value) => (TId)Activator.CreateInstance(typeof(TId), value)!;

        private static Guid Value(TId id) => (Guid)typeof(TId).GetProperty("Value")!.GetValue(id)!;
    }
}
