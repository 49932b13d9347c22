using System.Text.Json;
using System.Text.Json.Nodes;
using TitleWorkflow.Engine.Documents;
using TitleWorkflow.Engine.Expressions;

namespace TitleWorkflow.Application.Workflows.Guards;

/// <summary>By which outcomes a sub-flow can be left, and what is certain of a case then.</summary>
internal sealed class FlowExits
{
    private const string Complete = "Elsa.Complete";

    private readonly Dictionary<string, CaseFacts> exits = new(StringComparer.Ordinal);

    // What is left by an outcome that nobody knows before is left by any.
    private CaseFacts byAny = CaseFacts.All;

    /// <summary>The outcomes it can be left by.</summary>
    public IReadOnlyCollection<string> Ports => exits.Keys;

    /// <summary>What is certain once it is left by an outcome; everything if it never is.</summary>
    public CaseFacts By(string outcome) => exits.GetValueOrDefault(outcome, CaseFacts.All) & byAny;

    public void Leave(string outcome, CaseFacts facts) => exits[outcome] = exits.GetValueOrDefault(outcome, CaseFacts.All) & facts;

    /// <summary>Notes that a step ends the sub-flow around it, if it is one that does.</summary>
    public void LeaveBy(ActivityNode step, CaseFacts facts)
    {
        if (step.Type != Complete)
        {
            return;
        }

        var names = Names(step.Input("Outcomes"));
        byAny &= names is null ? facts : CaseFacts.All;
        foreach (var name in names ?? ["Done"])
        {
            Leave(name, facts);
        }
    }

    /// <summary>Whether a step, if it ends the sub-flow around it, does so by one outcome that can be known.</summary>
    public static bool GivesOne(ActivityNode step) => step.Type != Complete || Names(step.Input("Outcomes")) is [_];

    private static List<string>? Names(Expression? outcomes) => outcomes switch
    {
        null => ["Done"],
        { Type: not (ExpressionTypes.Literal or ExpressionTypes.Object or ExpressionTypes.Json) } => null,
        { Value: JsonArray list } => Names(list),
        { Value: var value } => value?.ToString() is { Length: > 0 } text ? Written(text) : ["Done"],
    };

    private static List<string>? Written(string text)
    {
        try
        {
            return text.StartsWith('[') ? JsonNode.Parse(text) is JsonArray list ? Names(list) : null : [text];
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static List<string> Names(JsonArray list) =>
        list.Select(name => name?.ToString() ?? "").Where(name => name.Length > 0).ToList() is { Count: > 0 } names ? names : ["Done"];
}
