using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;

namespace TitleWorkflow.Application.Instances;

/// <summary>A value as operators may read it.</summary>
/// <param name="Text">The value, with what is personal replaced by <see cref="Masking.Hidden"/>; empty for none.</param>
/// <param name="IsMasked">Whether something was replaced: who may not read a value may not change it either.</param>
public sealed record ShownValue(string Text, bool IsMasked);

/// <summary>
/// What of a flow's values and messages operators may read: identifiers, states, dates, counts, and whatever the flow's own
/// drawing says. Everything else may be dossier content, an opinion or a name, and is hidden.
/// </summary>
internal sealed partial class Masking
{
    /// <summary>Stands for what is hidden.</summary>
    public const string Hidden = "•••";

    private const long MostShown = 999_999;

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly IReadOnlySet<string> States = new[]
    {
        typeof(DeclarationStatus), typeof(Stage), typeof(Role), typeof(Channel), typeof(TitleSeries), typeof(TitleLevel),
    }.SelectMany(Enum.GetNames).ToHashSet();

    private readonly string drawing;
    private readonly HashSet<string> words;
    private readonly DateTimeOffset begun;

    /// <param name="file">The instance whose values and messages are read.</param>
    public Masking(InstanceFile file)
    {
        var document = file.Document;

        // Dates from before the case began are facts of its dossier.
        begun = file.Row.CreatedAt.AddDays(-1);

        // Written anew, so that its Chinese is there as such however the file escapes it.
        drawing = JsonNode.Parse(file.Document.ToJson())!.ToJsonString(Plain);
        words =
        [
            .. States,
            .. document.Nodes.SelectMany(n => new[] { n.Id, n.NodeId, n.Type, n.DisplayText }),
            .. document.Nodes.SelectMany(n => n.Connections).Select(c => c.SourcePort).OfType<string>(),
            .. document.Variables.Concat(document.Nodes.SelectMany(n => n.Variables)).SelectMany(v => new[] { v.Id, v.Name }),
            .. file.Declaration is { } declaration ? new[] { declaration.Number } : [],
        ];
    }

    /// <summary>A variable's value.</summary>
    public ShownValue Show(JsonNode? value)
    {
        var masked = false;
        var shown = Mask(value?.DeepClone(), ref masked);
        return new ShownValue(shown is JsonValue text && text.TryGetValue<string>(out var word) ? word : shown?.ToJsonString(Plain) ?? "", masked);
    }

    /// <summary>
    /// A message of the engine or of a script: what it quotes, its Chinese and its long numbers are hidden unless they stand in
    /// the drawing.
    /// </summary>
    public string Show(string message)
    {
        var quoted = Quoted().Replace(message, found =>
            IsReadable(found.Groups[1].Value) || drawing.Contains(found.Groups[1].Value, StringComparison.Ordinal)
                ? found.Value
                : $"'{Hidden}'");
        return Telling().Replace(quoted, found => drawing.Contains(found.Value, StringComparison.Ordinal) ? found.Value : Hidden);
    }

    private JsonNode? Mask(JsonNode? node, ref bool masked)
    {
        switch (node)
        {
            case JsonObject members:
                foreach (var (name, value) in members.ToList())
                {
                    members[name] = Mask(value?.DeepClone(), ref masked);
                }

                return members;
            case JsonArray items:
                for (var i = 0; i < items.Count; i++)
                {
                    items[i] = Mask(items[i]?.DeepClone(), ref masked);
                }

                return items;
            case null:
                return null;
            default:
                var readable = node.GetValueKind() switch
                {
                    JsonValueKind.String => IsReadable(node.GetValue<string>()),
                    JsonValueKind.Number => decimal.TryParse(
                        node.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) <= MostShown,
                    _ => true,
                };
                masked |= !readable;
                return readable ? node : JsonValue.Create(Hidden);
        }
    }

    private bool IsReadable(string text) =>
        text.Length == 0
        || words.Contains(text)
        || Guid.TryParse(text, out _)
        || (text.Length >= 10 && char.IsAsciiDigit(text[0]) && DateTimeOffset.TryParse(
            text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) && date >= begun)
        || bool.TryParse(text, out _)
        || (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) <= MostShown);

    [GeneratedRegex("['\"“]([^'\"”]*)['\"”]")]
    private static partial Regex Quoted();

    // Chinese, and digits as in identity and telephone numbers; the groups of an identifier are shorter or not digits alone.
    [GeneratedRegex(@"[\p{IsCJKUnifiedIdeographs}\p{IsCJKUnifiedIdeographsExtensionA}\p{Cs}〇·]+|(?<![\w-])\d{7,}[Xx]?(?![\w-])")]
    private static partial Regex Telling();
}
