using TitleWorkflow.Engine.Activities;
using TitleWorkflow.Engine.Documents;

namespace TitleWorkflow.Application.Workflows.Guards;

/// <summary>
/// Everything that is wrong with a flow before it is put into force (发布前检查): as a document, as the drawing of a case, and
/// against the regulation, the sub-flows it uses included. Whoever publishes asks here; there is no other door.
/// </summary>
public static class FlowInspection
{
    /// <summary>What is wrong; errors forbid publishing, warnings do not.</summary>
    public static IReadOnlyList<DocumentError> Check(WorkflowDocument document, ActivityCatalog catalog)
    {
        var whole = new InlinedWorkflow(document, catalog);
        var found = DocumentValidator.Validate(document, catalog);
        return IsOfCases(whole.Document)
            ?
            [
                .. found.Select(CaseDrawing.Judge),
                .. CaseDrawing.Check(document, catalog),
                .. SubFlowFloor.CheckSteps(whole),
                .. SubFlowFloor.CheckStarts(whole, catalog),
                .. ExpertFloor.CheckKind(whole),
                .. BelowFloor(whole, catalog),
            ]
            : [.. found, .. SubFlowFloor.CheckSteps(whole)];
    }

    /// <summary>What forbids publishing; empty if nothing does.</summary>
    public static IReadOnlyList<DocumentError> Errors(WorkflowDocument document, ActivityCatalog catalog) =>
        [.. Check(document, catalog).Where(e => e.Severity == DocumentErrorSeverity.Error)];

    /// <summary>
    /// Whether a case may be led by a flow alone. One that is fit only as a step of others (only-as-step 子流程) relies on what
    /// they bring before it.
    /// </summary>
    public static bool StandsAlone(WorkflowDocument document, ActivityCatalog catalog) =>
        !document.Options.UsableAsActivity || Against(new InlinedWorkflow(document, catalog), catalog, isPart: false).Count == 0;

    /// <summary>Whether a flow moves cases, of declarations or of experts, rather than being somebody's automation.</summary>
    internal static bool IsOfCases(WorkflowDocument document) => document.Nodes.Any(FlowFloor.IsOurs);

    // What may be a step is judged again in every flow that uses it, with what that one brings before it.
    private static IReadOnlyList<DocumentError> BelowFloor(InlinedWorkflow whole, ActivityCatalog catalog) =>
        whole.Document.Options.UsableAsActivity && Against(whole, catalog, isPart: false).Count > 0
            ? Against(whole, catalog, isPart: true)
            : Against(whole, catalog, isPart: false);

    private static IReadOnlyList<DocumentError> Against(InlinedWorkflow whole, ActivityCatalog catalog, bool isPart) =>
    [
        .. FlowFloor.Check(whole.Document, isPart),
        .. StatutoryOrder.Check(whole, catalog, isPart ? CaseFacts.All : CaseFacts.Live),
    ];
}
