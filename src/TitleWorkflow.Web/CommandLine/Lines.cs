using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TitleWorkflow.Web.CommandLine;

/// <summary>Writes lines of text or of JSON, each at once.</summary>
internal sealed class Lines(TextWriter writer)
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Lines ToConsole() => new(new StreamWriter(
        Console.OpenStandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false))
    {
        AutoFlush = true,
        NewLine = "\n",
    });

    public static Lines ToErrors() => new(Console.Error);

    public void Write(string text) => writer.WriteLine(text);

    public void Write(JsonObject json) => writer.WriteLine(json.ToJsonString(Readable));
}
