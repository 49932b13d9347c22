using System.Text;
using System.Text.Json.Nodes;
using Jint.Native;
using TitleWorkflow.Engine.State;

namespace TitleWorkflow.Engine.Expressions;

/// <summary>The functions that scripts of designers may call.</summary>
internal static class ScriptFunctions
{
    private delegate object? ScriptFunction(ScriptRun run, JsValue[] arguments);

    private static readonly Dictionary<string, ScriptFunction> Fixed = new(StringComparer.Ordinal)
    {
        ["getVariable"] = (run, arguments) => run.Context.FindVariable(ScriptRun.Text(arguments, 0))?.Value,
        ["setVariable"] = (run, arguments) => SetVariable(run, ScriptRun.Text(arguments, 0), arguments[1]),
        ["getInput"] = (run, arguments) => run.Context.FindInput(ScriptRun.Text(arguments, 0)),
        ["getOutputFrom"] = (run, arguments) =>
            GetOutput(run, ScriptRun.Text(arguments, 0), ScriptRun.Text(arguments, 1)),
        ["getLastResult"] = (run, _) => run.Context.WorkflowExecutionContext.Instance.LastResult,
        ["getWorkflowInstanceId"] = (run, _) => run.Context.WorkflowExecutionContext.Id,
        ["getWorkflowDefinitionId"] = (run, _) => run.Context.WorkflowExecutionContext.Definition.DefinitionId,
        ["getWorkflowDefinitionVersionId"] = (run, _) => run.Context.WorkflowExecutionContext.Definition.VersionId,
        ["getWorkflowDefinitionVersion"] = (run, _) => run.Context.WorkflowExecutionContext.Definition.Version,
        ["getCorrelationId"] = (run, _) => run.Context.WorkflowExecutionContext.CorrelationId,
        ["setCorrelationId"] = (run, arguments) =>
            run.Context.WorkflowExecutionContext.CorrelationId = ScriptRun.Text(arguments, 0),
        ["getWorkflowInstanceName"] = (run, _) => run.Context.WorkflowExecutionContext.Name,
        ["setWorkflowInstanceName"] = (run, arguments) =>
            run.Context.WorkflowExecutionContext.Name = ScriptRun.Text(arguments, 0),
        ["isNullOrWhiteSpace"] = (_, arguments) => string.IsNullOrWhiteSpace(ScriptRun.Text(arguments, 0)),
        ["isNullOrEmpty"] = (_, arguments) => string.IsNullOrEmpty(ScriptRun.Text(arguments, 0)),
        ["toJson"] = (_, arguments) =>
            StateJson.ToNode(ScriptValues.FromScript(arguments[0]))?.ToJsonString(StateJson.Options) ?? "null",
        ["parseGuid"] = (_, arguments) => Guid.Parse(ScriptRun.Text(arguments, 0)).ToString(),
        ["newGuid"] = (_, _) => Guid.NewGuid().ToString(),
        ["newGuidString"] = (_, _) => Guid.NewGuid().ToString(),
        ["getGuidString"] = (_, _) => Guid.NewGuid().ToString(),
        ["newShortGuid"] = (_, _) => ShortGuid(),
        ["getShortGuid"] = (_, _) => ShortGuid(),
        ["bytesToString"] = (_, arguments) => Encoding.UTF8.GetString(Bytes(arguments)),
        ["bytesFromString"] = (_, arguments) => Encoding.UTF8.GetBytes(ScriptRun.Text(arguments, 0)),
        ["bytesToBase64"] = (_, arguments) => Convert.ToBase64String(Bytes(arguments)),
        ["bytesFromBase64"] = (_, arguments) => Convert.FromBase64String(ScriptRun.Text(arguments, 0)),
        ["stringToBase64"] = (_, arguments) =>
            Convert.ToBase64String(Encoding.UTF8.GetBytes(ScriptRun.Text(arguments, 0))),
        ["stringFromBase64"] = (_, arguments) =>
            Encoding.UTF8.GetString(Convert.FromBase64String(ScriptRun.Text(arguments, 0))),
    };

    public static void Install(ScriptRun run, ScriptNames names)
    {
        foreach (var name in names.All)
        {
            if ((Fixed.GetValueOrDefault(name) ?? Accessor(run, name)) is { } function)
            {
                run.Define(name, arguments => run.ToScript(function(run, arguments)));
            }
        }
    }

    /// <summary>
    /// Functions named after variables, inputs and outputs: <c>getAmount()</c>, <c>getScoreFromVote()</c>.
    /// </summary>
    private static ScriptFunction? Accessor(ScriptRun run, string name)
    {
        if (name.Length < 4
            || !(name.StartsWith("get", StringComparison.Ordinal) || name.StartsWith("set", StringComparison.Ordinal)))
        {
            return null;
        }

        var subject = name[3..];

        if (run.Context.VariableNames().FirstOrDefault(variable => Pascal(variable) == subject) is { } found)
        {
            return name[0] == 'g'
                ? (r, _) => r.Context.FindVariable(found)?.Value
                : (r, arguments) => SetVariable(r, found, arguments[0]);
        }

        if (name[0] == 'g' && run.Context.InputNames().FirstOrDefault(input => Pascal(input) == subject) is { } given)
        {
            return (r, _) => r.Context.FindInput(given);
        }

        return name[0] == 'g' ? OutputAccessor(run, subject) : null;
    }

    private static ScriptFunction? OutputAccessor(ScriptRun run, string subject)
    {
        // Either part may itself contain "From".
        foreach (var at in Enumerable.Range(1, subject.Length - 1))
        {
            if (string.CompareOrdinal(subject, at, "From", 0, 4) != 0)
            {
                continue;
            }

            var (output, activity) = (subject[..at], subject[(at + 4)..]);
            var node = run.Context.WorkflowExecutionContext.Compiled.Nodes.FirstOrDefault(
                node => Pascal(node.Activity.Name ?? node.Id) == activity || Pascal(node.Id) == activity);

            if (node is not null)
            {
                return (r, _) => GetOutput(r, node.Id, output);
            }
        }

        return null;
    }

    private static JsonNode? GetOutput(ScriptRun run, string activity, string output)
    {
        var workflow = run.Context.WorkflowExecutionContext;
        var name = output.Length == 0 ? "Result" : output;

        return workflow.Compiled.FindActivity(activity) is { } node
            && workflow.Instance.ActivityOutputs.GetValueOrDefault(node.NodeId) is { } outputs
                ? outputs.FirstOrDefault(pair => pair.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value
                : null;
    }

    private static object? SetVariable(ScriptRun run, string name, JsValue value)
    {
        run.Context.SetVariable(name, ScriptValues.FromScript(value));

        return null;
    }

    private static byte[] Bytes(JsValue[] arguments) => ScriptValues.FromScript(arguments[0]) switch
    {
        JsonArray items => [.. items.Select(item => (byte)item!.GetValue<int>())],
        var other => ValueConverter.Convert<byte[]>(other) ?? [],
    };

    private static string Pascal(string name) => name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name[1..];

    private static string ShortGuid() =>
        Convert.ToBase64String(Guid.NewGuid().ToByteArray()).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
