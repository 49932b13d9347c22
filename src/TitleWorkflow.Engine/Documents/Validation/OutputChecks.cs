using TitleWorkflow.Engine.Activities;

namespace TitleWorkflow.Engine.Documents.Validation;

/// <summary>Whether what an activity produces goes somewhere.</summary>
internal static class OutputChecks
{
    public static IEnumerable<DocumentError> Check(
        ActivityNode node, ActivityDescriptor descriptor, VariablesInScope scope) =>
        from output in descriptor.Outputs
        let target = node.Json[output.Name].Member("memoryReference").Member("id").AsText()
        where !string.IsNullOrEmpty(target) && !scope.HasVariable(target) && !scope.HasOutput(target)
        select DocumentError.Error(
            "output.unknown-target",
            $"{node.Path}.{char.ToLowerInvariant(output.Name[0])}{output.Name[1..]}",
            $"There is neither a variable nor a workflow output '{target}'.");
}
