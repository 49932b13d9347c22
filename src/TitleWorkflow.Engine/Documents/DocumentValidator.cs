using TitleWorkflow.Engine.Activities;
using TitleWorkflow.Engine.Documents.Validation;

namespace TitleWorkflow.Engine.Documents;

/// <summary>Says before a document is published what would fault, hang or surprise once it runs.</summary>
public static class DocumentValidator
{
    /// <summary>Everything that is wrong with a document, in the order of its activities.</summary>
    /// <returns>Empty if nothing is; otherwise only those of severity error forbid publishing.</returns>
    public static IReadOnlyList<DocumentError> Validate(WorkflowDocument document, ActivityCatalog catalog)
    {
        var duplicates = document.Nodes
            .GroupBy(node => node.Id)
            .SelectMany(group => group.Skip(1))
            .Select(node => DocumentError.Error(
                "activity.duplicate-id", $"{node.Path}.id", $"Another activity has the id '{node.Id}' already."));

        return
        [
            .. DefinitionChecks.Check(document),
            .. duplicates,
            .. document.Nodes.SelectMany(node => Check(document, node, catalog)),
        ];
    }

    private static IEnumerable<DocumentError> Check(
        WorkflowDocument document, ActivityNode drawn, ActivityCatalog catalog)
    {
        var node = drawn.Restored(catalog);
        var isWorkflow = WorkflowActivity.Reference(catalog, node) is not null;

        if (catalog.Find(node.Type, node.Version) is not { } descriptor
            || (descriptor.ClrType == typeof(NotFoundActivity)))
        {
            // A workflow used as an activity may be one the catalog has not been told of.
            return isWorkflow
                ? []
                : [DocumentError.Error(
                    "activity.unknown-type", $"{node.Path}.type", $"No activity type '{node.Type}' is known.")];
        }

        var scope = new VariablesInScope(document, node);
        var errors = VariableChecks.Check(node.Variables, $"{node.Path}.variables")
            .Concat(InputChecks.Check(node, descriptor, scope))
            .Concat(OutputChecks.Check(node, descriptor, scope));

        return descriptor.ClrType == typeof(Flowchart) ? errors.Concat(FlowChecks.Check(node, catalog)) : errors;
    }
}
