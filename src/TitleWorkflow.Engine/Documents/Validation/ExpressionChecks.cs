using TitleWorkflow.Engine.Expressions;

namespace TitleWorkflow.Engine.Documents.Validation;

/// <summary>Whether an expression can be evaluated at all.</summary>
internal static class ExpressionChecks
{
    public static IEnumerable<DocumentError> Check(
        Expression expression, Type type, string path, VariablesInScope scope) =>
        expression.Type switch
        {
            ExpressionTypes.JavaScript => CheckScript(expression.Value.AsText() ?? "", path),
            ExpressionTypes.Variable => CheckVariable(expression, path, scope),
            ExpressionTypes.Input => CheckInput(expression, path, scope),
            ExpressionTypes.Literal or ExpressionTypes.Object or ExpressionTypes.Json =>
                CheckValue(expression, type, path),
            _ => [DocumentError.Error(
                "expression.unsupported-kind",
                path,
                $"Expressions of the kind '{expression.Type}' are kept but cannot run here.")],
        };

    public static IEnumerable<DocumentError> CheckScript(string source, string path) =>
        ScriptSyntax.Check(source) is { } problem
            ? [DocumentError.Error(
                "expression.script", path, $"Line {problem.Line}, column {problem.Column}: {problem.Message}")]
            : [];

    private static IEnumerable<DocumentError> CheckVariable(Expression expression, string path, VariablesInScope scope)
    {
        var reference = InputReader.Parsed(expression.Value);
        var id = reference.Member("id").AsText();

        return id is not null && (scope.HasVariable(id) || scope.HasVariableNamed(reference.Member("name").AsText()))
            ? []
            : [DocumentError.Error("variable.unknown", path, $"No scope declares a variable with the id '{id}'.")];
    }

    private static IEnumerable<DocumentError> CheckInput(Expression expression, string path, VariablesInScope scope)
    {
        var name = InputReader.Parsed(expression.Value).Member("name").AsText();

        return name is not null && scope.HasInput(name)
            ? []
            : [DocumentError.Error("input.unknown", path, $"The workflow has no input '{name}'.")];
    }

    private static IEnumerable<DocumentError> CheckValue(Expression expression, Type type, string path) =>
        ExpressionCompiler.Compile(expression, type) is BrokenExpression broken
            ? [DocumentError.Error("input.wrong-type", path, broken.Message)]
            : [];
}
