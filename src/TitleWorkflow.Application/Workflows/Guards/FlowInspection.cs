using TitleWorkflow.Engine.Activities;
using TitleWorkflow.Engine.Documents;

namespace TitleWorkflow.Application.Workflows.Guards;

/// <summary>
/// Everything that is wrong with a flow before it is put into force (发布前检查): as a document, as the drawing of a case, and
/// against the regulation. Whoever publishes asks here; there is no other door.
/// </summary>
public static class FlowInspection
{
    /// <summary>What is wrong; errors forbid publishing, warnings do not.</summary>
    public static IReadOnlyList<DocumentError> Check(WorkflowDocument document, ActivityCatalog catalog) =>
    [
        .. DocumentValidator.Validate(document, catalog).Select(found => IsOfCases(document) ? CaseDrawing.Judge(found) : found),
        .. CaseDrawing.Check(document, catalog),
        .. FlowFloor.Check(document),
        .. StatutoryOrder.Check(document, catalog),
    ];

    /// <summary>What forbids publishing; empty if nothing does.</summary>
    public static IReadOnlyList<DocumentError> Errors(WorkflowDocument document, ActivityCatalog catalog) =>
        [.. Check(document, catalog).Where(e => e.Severity == DocumentErrorSeverity.Error)];

    /// <summary>Whether a flow moves cases of declarations rather than being somebody's automation.</summary>
    internal static bool IsOfCases(WorkflowDocument document) => document.Nodes.Any(FlowFloor.IsOurs);
}
