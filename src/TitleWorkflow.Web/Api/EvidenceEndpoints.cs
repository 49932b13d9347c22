using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using TitleWorkflow.Application.Declarations;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.Reviews;
using TitleWorkflow.Web.Security;

namespace TitleWorkflow.Web.Api;

/// <summary>Evidence: attach to a fact or to an item of the supplement notice, take off, read.</summary>
internal static class EvidenceEndpoints
{
    public static void MapEvidence(this RouteGroupBuilder api)
    {
        // A token, not a cookie, signs in here; the idempotency header keeps foreign forms out as well.
        var group = api.MapGroup("/declarations/{id:guid}").WithTags("Evidence").DisableAntiforgery();

        // Of a call that is written when the program is built, the document would not tell the name of a form's text: this one is
        // worked out at the start.
        Delegate attach = AttachAsync;
#pragma warning disable RDG002
        group.MapPost("/evidence", attach).ForRoles(Role.Applicant).WithName("AttachEvidence")
            .WithSummary("Attaches a PDF, JPEG or PNG of at most 20 MB to a fact: multipart with fact (section/field), file and, for a copy that names nobody, masked.");
#pragma warning restore RDG002
        group.MapDelete("/evidence/{evidenceId:guid}", DetachAsync).ForRoles(Role.Applicant).WithName("DetachEvidence")
            .WithSummary("Takes a piece of evidence off a fact that may be edited, or off an open supplement.");
        group.MapPost("/supplement/evidence", AttachToItemAsync).ForRoles(Role.Applicant).WithName("AttachSupplementEvidence")
            .WithSummary("Attaches a file to an item of the supplement notice: multipart with number and file.");
        api.MapGet("/evidence/{id:guid}", ReadAsync).ForAllBut(Role.Administrator, Role.ProcessDesigner).WithTags("Evidence").WithName("ReadEvidence")
            .WithSummary("Downloads a piece of evidence as an attachment; experts read it in the product only.")
            .Produces(StatusCodes.Status200OK, contentType: "application/octet-stream");
    }

    private static Task<Created<AttachEvidence.Result>> AttachAsync(
        Guid id, [FromForm] string fact, IFormFile file, ISender sender, CancellationToken ct, [FromForm] bool masked = false) =>
        AttachToAsync(id, fact, file, masked, sender, ct);

    private static Task<Created<AttachEvidence.Result>> AttachToItemAsync(
        Guid id, [FromForm] int number, IFormFile file, ISender sender, CancellationToken ct) =>
        AttachToAsync(id, SupplementNotice.Fact(number), file, masked: false, sender, ct);

    private static async Task<Created<AttachEvidence.Result>> AttachToAsync(
        Guid id, string fact, IFormFile file, bool masked, ISender sender, CancellationToken ct)
    {
        await using var content = file.OpenReadStream();
        var result = await sender.Send(
            new UploadEvidence.Command(new DeclarationId(id), fact, file.FileName, content, masked), ct);

        return TypedResults.Created($"/api/v1/evidence/{result.Evidence}", result);
    }

    private static async Task<NoContent> DetachAsync(Guid id, Guid evidenceId, ISender sender, CancellationToken ct)
    {
        await sender.Send(new DetachEvidence.Command(new DeclarationId(id), new EvidenceId(evidenceId)), ct);

        return TypedResults.NoContent();
    }

    private static async Task<FileStreamHttpResult> ReadAsync(Guid id, ISender sender, CancellationToken ct)
    {
        var file = await sender.Send(new OpenEvidence.Query(new EvidenceId(id), TakeAway: true), ct);

        return TypedResults.Stream(file.Content, file.MediaType, file.FileName);
    }
}
