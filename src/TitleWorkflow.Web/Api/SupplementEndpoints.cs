using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using TitleWorkflow.Application.Reviews;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Web.Security;

namespace TitleWorkflow.Web.Api;

/// <summary>The one-time supplement notice: answer it, and what only the supervisor may change.</summary>
internal static class SupplementEndpoints
{
    /// <param name="Answer">The statement; empty takes it back.</param>
    internal sealed record AnswerBody(string? Answer);

    /// <param name="Text">What is missing.</param>
    internal sealed record ItemBody(string Text);

    /// <param name="Reason">Recorded in history and audit log.</param>
    internal sealed record ReasonBody(string Reason);

    public static void MapSupplement(this RouteGroupBuilder api)
    {
        var group = api.MapGroup("/declarations/{id:guid}").WithTags("Supplement");
        group.MapGet("/supplement", (Guid id, ISender sender, CancellationToken ct) =>
                sender.Send(new GetSupplement.Query(new DeclarationId(id)), ct))
            .ForAllBut(Role.Administrator, Role.ProcessDesigner).WithName("GetSupplement")
            .WithSummary("Shows the one-time supplement notice: items, answers, files, last day, and what one may do.");
        group.MapPut("/supplement/items/{number:int}", (Guid id, int number, AnswerBody body, ISender sender, CancellationToken ct) =>
                Done(sender, new StateSupplementItem.Command(new DeclarationId(id), number, body.Answer), ct))
            .ForRoles(Role.Applicant).WithName("StateSupplementItem")
            .WithSummary("Answers an item in words; a file by AttachSupplementEvidence answers it as well.");
        group.MapPost("/supplement/complete", (Guid id, ISender sender, CancellationToken ct) =>
                Done(sender, new CompleteSupplement.Command(new DeclarationId(id)), ct))
            .ForRoles(Role.Applicant).WithName("CompleteSupplement")
            .WithSummary("Hands the supplement in, once; every item must be answered.");
        group.MapPost("/supplement/items", (Guid id, ItemBody body, ISender sender, CancellationToken ct) =>
                Done(sender, new AddSupplementItem.Command(new DeclarationId(id), body.Text), ct))
            .ForRoles(Role.OrganisingOfficer).WithName("AddSupplementItem")
            .WithSummary("Adds the one item the supervisor allowed.");
        group.MapPost("/supplement/allow-addition", (Guid id, ReasonBody body, ISender sender, CancellationToken ct) =>
                Done(sender, new AllowSupplementAddition.Command(new DeclarationId(id), body.Reason), ct))
            .ForRoles(Role.Supervisor).WithName("AllowSupplementAddition")
            .WithSummary("Allows one further item on a notice already issued, for a recorded reason.");
        group.MapPost("/overturn-lapse", (Guid id, ReasonBody body, ISender sender, CancellationToken ct) =>
                Done(sender, new OverturnLapse.Command(new DeclarationId(id), body.Reason), ct))
            .ForRoles(Role.Supervisor).WithName("OverturnLapse")
            .WithSummary("Overturns a lapse for a recorded reason; the case goes back to the eligibility check.");
    }

    private static async Task<NoContent> Done(ISender sender, IRequest command, CancellationToken ct)
    {
        await sender.Send(command, ct);

        return TypedResults.NoContent();
    }
}
