using System.Text.Json.Nodes;

namespace TitleWorkflow.Engine.Documents;

/// <summary>A variable that a workflow or a container declares.</summary>
/// <param name="Id">Unique within the workflow; the name if the document gives none.</param>
/// <param name="Name">What scripts call it.</param>
/// <param name="TypeName">An alias such as <c>Decimal</c>, or a .NET type name.</param>
/// <param name="IsArray">Whether it holds a list of that type.</param>
/// <param name="Value">The default value as a document writes it, usually a string; null for none.</param>
/// <param name="StorageDriver">The storage driver's type name; null if the document names none.</param>
public sealed record VariableDefinition(
    string Id, string Name, string TypeName, bool IsArray, JsonNode? Value, string? StorageDriver)
{
    /// <summary>Whether the value is lost when the instance waits: only an explicit memory driver does that.</summary>
    // Elsa also forgets variables without any driver, which hand-written documents often lack; ours keep them.
    public bool IsTransient => TypeNames.Simple(StorageDriver)?.StartsWith("Memory", StringComparison.Ordinal) ?? false;

    internal static IReadOnlyList<VariableDefinition> ReadAll(JsonNode? list) =>
        [.. list.Items().OfType<JsonObject>().Select(Read)];

    private static VariableDefinition Read(JsonObject json)
    {
        var name = json["name"].AsText() ?? json["id"].AsText() ?? "";

        return new VariableDefinition(
            json["id"].AsText() ?? name,
            name,
            json["typeName"].AsText() ?? json["type"].AsText() ?? "Object",
            json["isArray"].AsBoolean() ?? false,
            json["value"],
            json["storageDriverTypeName"].AsText() ?? json["storageDriverType"].AsText());
    }
}

/// <summary>A value that a workflow can be started with.</summary>
/// <param name="Name">What it is called; compared ignoring case.</param>
/// <param name="TypeName">An alias such as <c>String</c>, or a .NET type name.</param>
/// <param name="IsArray">Whether it holds a list of that type.</param>
/// <param name="IsRequired">Whether a start without it is refused: a member <c>isRequired</c> or <c>required</c> says
/// so.</param>
/// <param name="DisplayName">What people call it.</param>
/// <param name="Description">What it is for.</param>
/// <param name="Category">The group in the designer's panel.</param>
/// <param name="UIHint">The designer's editor.</param>
/// <param name="DefaultValue">The value if a start names none; null for none.</param>
public sealed record InputDefinition(
    string Name,
    string TypeName,
    bool IsArray,
    bool IsRequired,
    string? DisplayName,
    string? Description,
    string? Category,
    string? UIHint,
    JsonNode? DefaultValue)
{
    internal static IReadOnlyList<InputDefinition> ReadAll(JsonNode? list) =>
        [.. list.Items().OfType<JsonObject>().Select(json => new InputDefinition(
            json["name"].AsText() ?? "",
            json["type"].AsText() ?? json["typeName"].AsText() ?? "Object",
            json["isArray"].AsBoolean() ?? false,
            json["isRequired"].AsBoolean() ?? json["required"].AsBoolean() ?? false,
            json["displayName"].AsText(),
            json["description"].AsText(),
            json["category"].AsText(),
            json["uiHint"].AsText(),
            json["defaultValue"]))];
}

/// <summary>A value that a workflow can produce.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="TypeName">An alias such as <c>String</c>, or a .NET type name.</param>
/// <param name="IsArray">Whether it holds a list of that type.</param>
/// <param name="DisplayName">What people call it.</param>
/// <param name="Description">What it is for.</param>
public sealed record OutputDefinition(
    string Name, string TypeName, bool IsArray, string? DisplayName, string? Description)
{
    internal static IReadOnlyList<OutputDefinition> ReadAll(JsonNode? list) =>
        [.. list.Items().OfType<JsonObject>().Select(json => new OutputDefinition(
            json["name"].AsText() ?? "",
            json["type"].AsText() ?? json["typeName"].AsText() ?? "Object",
            json["isArray"].AsBoolean() ?? false,
            json["displayName"].AsText(),
            json["description"].AsText()))];
}
