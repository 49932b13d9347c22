using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using TitleWorkflow.Application.Accounts;
using TitleWorkflow.Application.Applicants;
using TitleWorkflow.Application.Spreadsheets;
using TitleWorkflow.Domain.Applicants;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Web.Security;

namespace TitleWorkflow.Web.Api;

/// <summary>Lists of applicants as spreadsheets, and the invitations of those who were listed.</summary>
internal static class ApplicantEndpoints
{
    private static readonly Role[] Importers = [.. ImportAccess.Importers];

    /// <param name="Password">The password chosen.</param>
    internal sealed record PasswordBody(string Password);

    public static void MapApplicants(this RouteGroupBuilder api)
    {
        // A token, not a cookie, signs in here; the idempotency header keeps foreign forms out as well.
        var lists = api.MapGroup("/applicant-lists").WithTags("Applicants").DisableAntiforgery();
        lists.MapGet("/", (ISender sender, CancellationToken ct) => sender.Send(new ListImports.Query(), ct))
            .ForRoles(Importers).WithName("ListApplicantLists").WithSummary("Lists what one's offices have handed in, and the plans that are open.");
        lists.MapPost("/", ImportAsync).ForRoles(Importers).WithName("ImportApplicants")
            .WithSummary("Hands in a list of applicants: multipart with plan and file (.xlsx). It is worked off row by row.");
        lists.MapGet("/{id:guid}", (Guid id, int? after, ISender sender, CancellationToken ct) =>
                sender.Send(new GetImport.Query(new ApplicantImportId(id), after ?? 0), ct))
            .ForRoles(Importers).WithName("GetApplicantList").WithSummary("Shows how far a list has come, and which rows were refused for what.");
        lists.MapGet("/{id:guid}/refused", (Guid id, ISender sender, CancellationToken ct) =>
                sender.Send(new ReadRefusedRows.Query(new ApplicantImportId(id)), ct))
            .ForRoles(Importers).WithName("ReadRefusedRows").WithSummary("Reads the refused rows back, to be mended and handed in again.");
        lists.MapPost("/{id:guid}/stop", StopAsync).ForRoles(Importers).WithName("StopImport")
            .WithSummary("Stops a list; drafts opened by then stay.");
        api.MapGet("/plans/{id:guid}/applicant-sheet", SheetAsync).ForRoles(Importers).WithTags("Applicants").WithName("GetApplicantSheet")
            .WithSummary("An empty list with the headings it may have.").Produces(StatusCodes.Status200OK, contentType: Spreadsheet.MediaType);
        MapInvitations(api);
    }

    private static void MapInvitations(RouteGroupBuilder api)
    {
        var people = api.MapGroup("/invitations").WithTags("Applicants");
        people.MapGet("/", (string? after, ISender sender, CancellationToken ct) => sender.Send(new ListInvitable.Query(after), ct))
            .ForRoles(Importers).WithName("ListInvitable").WithSummary("Lists people of one's area who have never chosen a password.");
        people.MapPost("/{person:guid}", (Guid person, ISender sender, CancellationToken ct) =>
                sender.Send(new InvitePerson.Command(new PersonId(person)), ct))
            .ForRoles(Importers).WithName("InvitePerson").WithSummary("Makes a new invitation; its code is shown this once.");
        people.MapPost("/{code}/accept", (string code, PasswordBody body, ISender sender, CancellationToken ct) =>
                sender.Send(new AcceptInvitation.Command(code, body.Password), ct))
            .AllowAnonymous().WithName("AcceptInvitation").WithSummary("Chooses the password of an invited person, once.");
    }

    private static async Task<Created<StartImport.Result>> ImportAsync(
        [FromForm] Guid plan, IFormFile file, ISender sender, CancellationToken ct)
    {
        await using var content = file.OpenReadStream();
        var started = await sender.Send(new ImportApplicants.Command(new PlanId(plan), file.FileName, content), ct);

        return TypedResults.Created($"/api/v1/applicant-lists/{started.Import}", started);
    }

    private static async Task<NoContent> StopAsync(Guid id, ISender sender, CancellationToken ct)
    {
        await sender.Send(new StopImport.Command(new ApplicantImportId(id)), ct);

        return TypedResults.NoContent();
    }

    private static async Task<FileContentHttpResult> SheetAsync(Guid id, ISender sender, CancellationToken ct) =>
        TypedResults.File((await sender.Send(new GetApplicantSheet.Query(new PlanId(id)), ct)).Content, Spreadsheet.MediaType, "applicant-list.xlsx");
}
