using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using TitleWorkflow.Application.Assessments;
using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Web.Security;

namespace TitleWorkflow.Web.Api;

/// <summary>Re-examination of one's own result; the organising unit's finding is given on its work item.</summary>
internal static class ReexaminationEndpoints
{
    /// <param name="Ground">What is held against the result.</param>
    /// <param name="Statement">In the applicant's words.</param>
    internal sealed record RequestBody(ReexaminationGround Ground, string Statement);

    public static void MapReexaminations(this RouteGroupBuilder api)
    {
        var group = api.MapGroup("/declarations/{id:guid}/reexamination").WithTags("Re-examination");
        group.MapGet("", (Guid id, ISender sender, CancellationToken ct) =>
                sender.Send(new GetReexaminations.Query(new DeclarationId(id)), ct))
            .ForAllBut(Role.Administrator, Role.ProcessDesigner).WithName("GetReexaminations")
            .WithSummary("Shows a case's requests for re-examination with their findings, and until when one may ask.");
        group.MapPost("", async Task<NoContent> (Guid id, RequestBody body, ISender sender, CancellationToken ct) =>
            {
                await sender.Send(new RequestReexamination.Command(new DeclarationId(id), body.Ground, body.Statement), ct);

                return TypedResults.NoContent();
            })
            .ForRoles(Role.Applicant).WithName("RequestReexamination")
            .WithSummary("Asks to look again at how the own result came about, once per ground and within the time told with it.");
    }
}
