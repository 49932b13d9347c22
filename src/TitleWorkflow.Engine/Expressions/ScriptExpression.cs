using Jint.Parser;
using Jint.Parser.Ast;

namespace TitleWorkflow.Engine.Expressions;

/// <summary>An ECMAScript 5 source, parsed once.</summary>
internal sealed class ScriptExpression : CompiledExpression
{
    private readonly string source;
    private readonly Program? program;

    private ScriptExpression(string source, Program? program, ScriptNames names)
    {
        this.source = source;
        this.program = program;
        Names = names;
    }

    public ScriptNames Names { get; }

    public static CompiledExpression Compile(string source) =>
        ScriptSyntax.Check(source) is { } error
            ? new BrokenExpression(
                $"The script is not ECMAScript 5: {error.Message} (line {error.Line}, column {error.Column})")
            : Parse(source);

    public static ScriptExpression Parse(string source)
    {
        // The interpreter keeps the objects of regular expression literals in the syntax tree: such a tree is not
        // shared.
        var isShared = !source.Contains('/', StringComparison.Ordinal);

        return new ScriptExpression(source, isShared ? Instrumented(source) : null, ScriptNames.In(source));
    }

    public override object? Evaluate(ExpressionExecutionContext context) => new ScriptRun(context, this).Evaluate();

    public Program Program() => program ?? Instrumented(source);

    private static Program Instrumented(string source) => ScriptGuard.Insert(new JavaScriptParser().Parse(source));
}
