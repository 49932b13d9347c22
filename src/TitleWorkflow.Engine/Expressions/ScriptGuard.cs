using Jint.Parser;
using Jint.Parser.Ast;
using Script = Jint.Parser.Ast.Expression;
using ScriptFunction = Jint.Parser.Ast.FunctionExpression;

namespace TitleWorkflow.Engine.Expressions;

/// <summary>
/// Puts a call before each statement of a syntax tree. The interpreter has no limit of its own on memory; the call is
/// where the run checks what has been allocated.
/// </summary>
internal sealed class ScriptGuard
{
    // No source can spell it, so no script can replace it.
    public const string FunctionName = "#guard";

    // "if (call());" with a call that returns false has no completion value: the script's result stays its own.
    private readonly IfStatement guard = MakeGuard();

    public static Program Insert(Program program)
    {
        var visitor = new ScriptGuard();
        program.Body = visitor.Guarded(program.Body);

        foreach (var function in program.FunctionDeclarations)
        {
            function.Body = visitor.Block(function.Body);
        }

        return program;
    }

    private static IfStatement MakeGuard()
    {
        var statement = (IfStatement)new JavaScriptParser().Parse("if (guard());").Body.First();
        ((Identifier)((CallExpression)statement.Test).Callee).Name = FunctionName;

        return statement;
    }

    private List<Statement> Guarded(IEnumerable<Statement> statements)
    {
        var guarded = new List<Statement>();

        foreach (var statement in statements)
        {
            Visit(statement);
            guarded.Add(guard);
            guarded.Add(statement);
        }

        return guarded;
    }

    /// <summary>
    /// The body of a loop or function, as a block that is guarded even if it is empty or has no braces.
    /// </summary>
    private BlockStatement Block(Statement body)
    {
        var block = body as BlockStatement ?? new BlockStatement { Type = SyntaxNodes.BlockStatement, Body = [body] };
        block.Body = [.. Guarded(block.Body), guard];

        return block;
    }

    private void Visit(Statement? statement)
    {
        switch (statement)
        {
            case BlockStatement block: block.Body = Guarded(block.Body); break;
            case ExpressionStatement expression: Visit(expression.Expression); break;
            case IfStatement choice: Visit(choice.Test); Visit(choice.Consequent); Visit(choice.Alternate); break;
            case WhileStatement loop: Visit(loop.Test); loop.Body = Block(loop.Body); break;
            case DoWhileStatement loop: Visit(loop.Test); loop.Body = Block(loop.Body); break;
            case ForStatement loop:
                VisitInit(loop.Init);
                Visit(loop.Test);
                Visit(loop.Update);
                loop.Body = Block(loop.Body);
                break;
            case ForInStatement loop: VisitInit(loop.Left); Visit(loop.Right); loop.Body = Block(loop.Body); break;
            case LabelledStatement labelled: Visit(labelled.Body); break;
            case ReturnStatement result: Visit(result.Argument); break;
            case ThrowStatement error: Visit(error.Argument); break;
            case SwitchStatement choice: VisitSwitch(choice); break;
            case TryStatement attempt: VisitTry(attempt); break;
            case VariableDeclaration variables: VisitInit(variables); break;
            case WithStatement with: Visit(with.Object); Visit(with.Body); break;
            case FunctionDeclaration function: function.Body = Block(function.Body); break;
        }
    }

    private void VisitInit(SyntaxNode? init)
    {
        if (init is VariableDeclaration variables)
        {
            foreach (var variable in variables.Declarations)
            {
                Visit(variable.Init);
            }
        }
        else
        {
            Visit(init as Script);
        }
    }

    private void VisitSwitch(SwitchStatement choice)
    {
        Visit(choice.Discriminant);

        foreach (var option in choice.Cases ?? [])
        {
            Visit(option.Test);
            option.Consequent = Guarded(option.Consequent);
        }
    }

    private void VisitTry(TryStatement attempt)
    {
        Visit(attempt.Block);
        Visit(attempt.Finalizer);

        foreach (var handler in attempt.Handlers ?? [])
        {
            Visit(handler.Body);
        }
    }

    private void Visit(Script? expression)
    {
        switch (expression)
        {
            case ScriptFunction function: function.Body = Block(function.Body); break;
            case ArrayExpression list: VisitAll(list.Elements); break;
            case AssignmentExpression assignment: Visit(assignment.Left); Visit(assignment.Right); break;
            case BinaryExpression binary: Visit(binary.Left); Visit(binary.Right); break;
            case LogicalExpression logical: Visit(logical.Left); Visit(logical.Right); break;
            case CallExpression call: Visit(call.Callee); VisitAll(call.Arguments); break;
            case NewExpression make: Visit(make.Callee); VisitAll(make.Arguments); break;
            case ConditionalExpression choice:
                Visit(choice.Test);
                Visit(choice.Consequent);
                Visit(choice.Alternate);
                break;
            case MemberExpression member: Visit(member.Object); Visit(member.Property); break;
            case ObjectExpression made: VisitAll(made.Properties.Select(property => property.Value)); break;
            case SequenceExpression sequence: VisitAll(sequence.Expressions); break;
            case UnaryExpression unary: Visit(unary.Argument); break;
        }
    }

    private void VisitAll(IEnumerable<Script?> expressions)
    {
        foreach (var expression in expressions)
        {
            Visit(expression);
        }
    }
}
