using System.Text.RegularExpressions;
using Jint.Native;
using Jint.Native.Function;
using Jint.Native.Object;
using Jint.Native.RegExp;
using Jint.Runtime.Interop;
using JintEngine = Jint.Engine;

namespace TitleWorkflow.Engine.Expressions;

/// <summary>
/// Closes what the interpreter's own limits leave open: code made at run time, endless built-ins, slow matches.
/// </summary>
internal static class ScriptSandbox
{
    private static readonly string[] TakesPattern = ["match", "search", "replace", "split"];

    public static void Close(JintEngine engine, ScriptNames names, ScriptLimits limits)
    {
        // Code made at run time would not be guarded.
        engine.Global.RemoveOwnProperty("eval");
        engine.Global.RemoveOwnProperty("Function");

        if (names.IsComputed || names.Mentions("constructor"))
        {
            engine.Function.PrototypeObject.FastAddProperty("constructor", JsValue.Undefined, false, false, false);
        }

        // A built-in is one statement, however long it works.
        Wrap(engine, engine.Array.PrototypeObject, names, limits);
        Wrap(engine, engine.String.PrototypeObject, names, limits);
        Wrap(engine, engine.RegExp.PrototypeObject, names, limits);
    }

    private static void Wrap(JintEngine engine, ObjectInstance prototype, ScriptNames names, ScriptLimits limits)
    {
        foreach (var name in names.IsComputed
            ? prototype.GetOwnProperties().Select(own => own.Key).ToList()
            : [.. names.All])
        {
            if (name != "constructor"
                && prototype.HasOwnProperty(name)
                && prototype.Get(name).TryCast<FunctionInstance>() is { } function)
            {
                prototype.FastSetProperty(name, new Jint.Runtime.Descriptors.PropertyDescriptor(
                    new ClrFunctionInstance(
                        engine, (self, arguments) => Call(engine, function, name, self, arguments, limits)),
                    true, false, true));
            }
        }
    }

    private static JsValue Call(
        JintEngine engine,
        FunctionInstance function,
        string name,
        JsValue self,
        JsValue[] arguments,
        ScriptLimits limits)
    {
        var length = Length(self);

        if (length > limits.MaxLength
            || (name is "replace" or "join"
                && length * Math.Max(1, arguments.Select(Length).LastOrDefault()) > limits.MaxLength))
        {
            throw new ExpressionException($"The script calls '{name}' on more than {limits.MaxLength} elements.");
        }

        Limit(self, limits);

        if (TakesPattern.Contains(name) && arguments.Length > 0)
        {
            if (name is "match" or "search" && arguments[0].IsString())
            {
                arguments = [new JsValue(engine.RegExp.Construct([arguments[0]])), .. arguments[1..]];
            }

            Limit(arguments[0], limits);
        }

        return function.Call(self, arguments);
    }

    private static void Limit(JsValue value, ScriptLimits limits)
    {
        if (value.IsObject() && value.AsObject() is RegExpInstance pattern
            && pattern.Value.MatchTimeout != limits.RegexTimeout)
        {
            pattern.Value = new Regex(pattern.Value.ToString(), pattern.Value.Options, limits.RegexTimeout);
        }
    }

    private static double Length(JsValue value) =>
        value.IsString() ? value.AsString().Length
        : value.IsObject() && value.AsObject().Get("length") is var length && length.IsNumber() ? length.AsNumber()
        : 0;
}
