using TitleWorkflow.Application.Workflows;
using TitleWorkflow.Web.Security;

namespace TitleWorkflow.Web.Studio;

/// <summary>What the designer offers and the product does elsewhere, or not at all: running, trying, ending and deleting cases.</summary>
internal static class RefusedEndpoints
{
    public static void MapRefused(this RouteGroupBuilder api)
    {
        api.MapPost("/workflow-definitions/{definitionId}/execute", Refuse).ForRoles(StudioSetup.Writers);
        api.MapPost("/workflow-definitions/{definitionId}/dispatch", Refuse).ForRoles(StudioSetup.Writers);
        api.MapPost("/tests/activities", Refuse).ForRoles(StudioSetup.Writers);
        api.MapPost("/bulk-actions/{**act}", Refuse).ForRoles(StudioSetup.Writers);
        api.MapPost("/cancel/workflow-instances/{id}", Refuse).ForRoles(StudioSetup.Writers);
        api.MapDelete("/workflow-instances/{id}", Refuse).ForRoles(StudioSetup.Writers);
    }

    private static void Refuse() => FlowRules.NotAtTheDrawingBoard.Require(false);
}
