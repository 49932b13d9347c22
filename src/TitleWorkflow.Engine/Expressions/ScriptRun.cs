using System.Runtime.CompilerServices;
using Jint.Native;
using Jint.Native.Object;
using Jint.Runtime;
using Jint.Runtime.Interop;
using TitleWorkflow.Engine.Execution;
using JintEngine = Jint.Engine;

namespace TitleWorkflow.Engine.Expressions;

/// <summary>
/// One evaluation of a script, in an interpreter of its own: no file, no network, no .NET, and limits on everything.
/// </summary>
internal sealed class ScriptRun
{
    private readonly ScriptExpression script;
    private readonly JintEngine engine;
    private readonly ScriptLimits limits;

    public ScriptRun(ExpressionExecutionContext context, ScriptExpression script)
    {
        Context = context.Activity;
        this.script = script;
        limits = Context.WorkflowExecutionContext.Host.Options.Scripts;
        engine = new JintEngine(options => options
            .MaxStatements(limits.MaxStatements * 2)
            .TimeoutInterval(limits.Timeout)
            .LimitRecursion(limits.MaxRecursion)
            .LocalTimeZone(TimeZoneInfo.Utc));
        ScriptSandbox.Close(engine, script.Names, limits);
    }

    public ActivityExecutionContext Context { get; }

    /// <summary>What the script has chosen with <c>setOutcome</c>; null if nothing.</summary>
    public IReadOnlyList<string>? Outcomes { get; private set; }

    public object? Evaluate(bool withOutcomes = false)
    {
        var allowed = GC.GetAllocatedBytesForCurrentThread() + limits.MaxAllocatedBytes;
        Define(ScriptGuard.FunctionName, _ => Check(allowed));
        ScriptFunctions.Install(this, script.Names);

        if (withOutcomes)
        {
            Define("setOutcome", arguments => Choose([Text(arguments, 0)]));
            Define("setOutcomes", arguments => Choose(Names(arguments[0])));
        }

        var variables = new ScriptVariables(this, script.Names.Variables);

        try
        {
            var value = engine.Execute(script.Program()).GetCompletionValue();
            variables.CopyBack();

            return ScriptValues.FromScript(value);
        }
        catch (JavaScriptException exception)
        {
            throw new ExpressionException(
                $"The script failed in line {exception.LineNumber}: {exception.Message}", exception);
        }
        catch (Exception exception) when (exception is TimeoutException or StatementsCountOverflowException
            or RecursionDepthOverflowException or System.Text.RegularExpressions.RegexMatchTimeoutException)
        {
            throw new ExpressionException($"The script went too far: {exception.Message}", exception);
        }
    }

    public JsValue ToScript(object? value) => ScriptValues.ToScript(engine, value);

    public ObjectInstance NewObject() => engine.Object.Construct([]);

    public void Define(string name, Func<JsValue[], JsValue> function) =>
        engine.Global.FastAddProperty(
            name, new ClrFunctionInstance(engine, (_, arguments) => function(arguments)), true, false, true);

    public void Define(string name, JsValue value) => engine.Global.FastAddProperty(name, value, true, false, true);

    public static string Text(JsValue[] arguments, int index) =>
        index < arguments.Length && !arguments[index].IsNull() && !arguments[index].IsUndefined()
            ? TypeConverter.ToString(arguments[index])
            : "";

    // The interpreter's own limit on recursion does not see functions that it calls itself: conversions, constructors,
    // getters. A stack that runs out would end the whole process.
    private JsValue Check(long allowed)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw new ExpressionException("The script went too far: its functions call one another too deep.");
        }

        return GC.GetAllocatedBytesForCurrentThread() <= allowed
            ? JsValue.False
            : throw new ExpressionException($"The script allocated more than {limits.MaxAllocatedBytes} bytes.");
    }

    private JsValue Choose(IReadOnlyList<string> outcomes)
    {
        Outcomes = outcomes;

        return JsValue.Undefined;
    }

    private static List<string> Names(JsValue list) =>
        ValueConverter.Convert<List<string>>(ScriptValues.FromScript(list)) ?? [];
}
