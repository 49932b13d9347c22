using System.Text.Json;
using System.Text.Json.Nodes;
using TitleWorkflow.Engine;
using TitleWorkflow.Engine.Documents;

namespace TitleWorkflow.Web.CommandLine;

/// <summary>Reads flows and what belongs to them from files.</summary>
internal static class FlowFiles
{
    /// <summary>The files meant by paths: a folder means its <c>*.json</c> files, in order of name.</summary>
    /// <exception cref="FlowFileException">There is no such file or folder.</exception>
    public static IReadOnlyList<string> Find(IEnumerable<string> paths) => [.. paths.SelectMany(Find)];

    /// <summary>A flow as the engine's stores hold it; a document without ids is called after its file.</summary>
    /// <exception cref="FlowFileException">The file cannot be read, or is no flow.</exception>
    public static StoredDefinition Read(string file)
    {
        var json = Text(file);

        try
        {
            return Definition(file, WorkflowDocument.Parse(json));
        }
        catch (DocumentException exception)
        {
            throw new FlowFileException($"{file}: {exception.Error.Path}: {exception.Message}");
        }
    }

    /// <summary>A flow that has been read from a file, as above.</summary>
    public static StoredDefinition Definition(string file, WorkflowDocument document)
    {
        var definitionId = document.DefinitionId ?? Path.GetFileNameWithoutExtension(file);
        return new StoredDefinition(
            document.Id ?? $"{definitionId}:{document.Version}", definitionId, document.Version, document.ToJson());
    }

    /// <summary>The flows of a folder; of several versions of one, the published one, else the newest, comes last.</summary>
    /// <exception cref="FlowFileException">There is no such folder, or a file in it is no flow.</exception>
    public static IReadOnlyList<StoredDefinition> ReadAll(string folder) =>
        Directory.Exists(folder)
            ? [.. Find(folder).Select(Read)
                .OrderBy(definition => WorkflowDocument.Parse(definition.Json).IsPublished)
                .ThenBy(definition => definition.Version)]
            : throw new FlowFileException($"{folder}: there is no such folder.");

    /// <summary>JSON given on the command line, or in the file that is named there.</summary>
    /// <exception cref="FlowFileException">It is neither.</exception>
    public static JsonNode? Json(string given) => given.AsSpan().TrimStart().StartsWith("{")
        ? Parse(given, "--input")
        : Parse(Text(given), given);

    public static string Text(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new FlowFileException($"{file}: {exception.Message}");
        }
    }

    public static JsonNode? Parse(string json, string source)
    {
        try
        {
            return JsonNode.Parse(json);
        }
        catch (JsonException exception)
        {
            throw new FlowFileException($"{source}: {exception.Message}");
        }
    }

    private static IEnumerable<string> Find(string path) =>
        Directory.Exists(path) ? Directory.GetFiles(path, "*.json").Order(StringComparer.Ordinal)
        : File.Exists(path) ? [path]
        : throw new FlowFileException($"{path}: there is no such file or folder.");
}

/// <summary>A file, or what is said in it, cannot be used; the message says which and why.</summary>
internal sealed class FlowFileException(string message) : Exception(message);
