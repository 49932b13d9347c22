using System.Text.Json.Nodes;
using TitleWorkflow.Engine.Activities;
using TitleWorkflow.Engine.Expressions;

namespace TitleWorkflow.Engine.Documents.Validation;

/// <summary>The inputs of one activity and every expression in them.</summary>
internal static class InputChecks
{
    public static IEnumerable<DocumentError> Check(
        ActivityNode node, ActivityDescriptor descriptor, VariablesInScope scope)
    {
        foreach (var input in descriptor.Inputs)
        {
            var path = $"{node.Path}.{Member(node.Json, input.Name)}";
            var errors = input.IsWrapped
                ? InputReader.Read(node.Json[input.Name]) is { } expression
                    ? ExpressionChecks.Check(expression, input.Type, path, scope)
                    : []
                : CheckPlain(node.Json[input.Name], input.Type, path, scope);

            foreach (var error in errors)
            {
                yield return error;
            }
        }

        if (descriptor.ClrType == typeof(RunJavaScript)
            && InputReader.Read(node.Json["script"]) is { Type: ExpressionTypes.Literal } script)
        {
            foreach (var error in ExpressionChecks.CheckScript(script.Value.AsText() ?? "", $"{node.Path}.script"))
            {
                yield return error;
            }
        }

        if (descriptor.ClrType == typeof(Cron)
            && InputReader.Read(node.Json["cronExpression"]) is { Type: ExpressionTypes.Literal } cron)
        {
            foreach (var error in CheckCron(cron.Value.AsText() ?? "", $"{node.Path}.cronExpression"))
            {
                yield return error;
            }
        }
    }

    // Said while it is drawn rather than when the clock asks for its next moment.
    private static IEnumerable<DocumentError> CheckCron(string text, string path)
    {
        string? problem = null;

        try
        {
            CronSchedule.Parse(text);
        }
        catch (FormatException unreadable)
        {
            problem = unreadable.Message;
        }

        return problem is null ? [] : [DocumentError.Error("input.cron", path, problem)];
    }

    private static IEnumerable<DocumentError> CheckPlain(
        JsonNode? value, Type type, string path, VariablesInScope scope)
    {
        if (type == typeof(Variable))
        {
            var id = value.Member("id").AsText();

            return id is null || scope.HasVariable(id)
                ? []
                : [DocumentError.Error("variable.unknown", path, $"No scope declares a variable with the id '{id}'.")];
        }

        return Nested(value, path).SelectMany(found =>
            ExpressionChecks.Check(InputReader.ReadExpression(found.Json), typeof(object), found.Path, scope));
    }

    /// <summary>
    /// The expressions inside a plain value, such as the conditions of a switch; not those of embedded activities.
    /// </summary>
    private static IEnumerable<(JsonObject Json, string Path)> Nested(JsonNode? value, string path) => value switch
    {
        JsonObject json when EmbeddedActivities.IsActivity(json) => [],
        JsonObject json when json.ContainsKey("type") && json.ContainsKey("value") => [(json, path)],
        JsonObject json => json.SelectMany(member => Nested(member.Value, $"{path}.{member.Key}")),
        JsonArray items => items.SelectMany((item, index) => Nested(item, $"{path}[{index}]")),
        _ => [],
    };

    // As the document spells it; in camel case if the document does not have it.
    private static string Member(JsonObject json, string name) =>
        json.FirstOrDefault(member => member.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Key
        ?? char.ToLowerInvariant(name[0]) + name[1..];
}
