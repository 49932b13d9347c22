using Jint.Native;
using TitleWorkflow.Engine.State;

namespace TitleWorkflow.Engine.Expressions;

/// <summary>
/// The object <c>variables</c>: what the source names is copied in before a run, and what changed is copied back.
/// </summary>
internal sealed class ScriptVariables
{
    private readonly ScriptRun run;
    private readonly List<(string Name, string? Before)> copied = [];
    private readonly Jint.Native.Object.ObjectInstance? variables;

    public ScriptVariables(ScriptRun run, IReadOnlyList<string> names)
    {
        this.run = run;

        if (names.Count == 0)
        {
            return;
        }

        variables = run.NewObject();

        foreach (var name in names)
        {
            var value = JsValue.Undefined;

            if (run.Context.FindVariable(name) is { } variable)
            {
                value = run.ToScript(variable.Value);
                variables.FastAddProperty(name, value, true, true, true);
            }

            copied.Add((name, Fingerprint(value)));
        }

        run.Define("variables", new JsValue(variables));
    }

    public void CopyBack()
    {
        foreach (var (name, before) in copied)
        {
            var value = variables!.Get(name);

            // Unchanged ones are left alone: the script may have set them with setVariable.
            if (Fingerprint(value) != before)
            {
                run.Context.SetVariable(name, ScriptValues.FromScript(value));
            }
        }
    }

    private static string? Fingerprint(JsValue value) =>
        value.IsUndefined() ? null : StateJson.ToNode(ScriptValues.FromScript(value))?.ToJsonString() ?? "null";
}
