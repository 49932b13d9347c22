using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using TitleWorkflow.Application.Declarations;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Web.Security;

namespace TitleWorkflow.Web.Api;

/// <summary>Declarations: plans, start, fill in, submit, follow, withdraw; the dossier for those who decide on it.</summary>
internal static class DeclarationEndpoints
{
    /// <param name="Plan">The plan applied under; see GET /plans.</param>
    internal sealed record StartBody(Guid Plan);

    /// <param name="Values">Values by field key; fields left out count as empty. Dates as 2026-03-02, choices by their value.</param>
    internal sealed record SectionBody(Dictionary<string, string?> Values);

    /// <param name="SignedName">The applicant's full name, typed to sign the truth commitment.</param>
    internal sealed record SubmitBody(string SignedName);

    /// <param name="Reason">Why; may be left out.</param>
    internal sealed record WithdrawBody(string? Reason);

    public static void MapDeclarations(this RouteGroupBuilder api)
    {
        api.MapGet("/plans", (ISender sender, CancellationToken ct) => sender.Send(new ListPlans.Query(), ct))
            .ForRoles().WithTags("Declarations").WithName("ListPlans")
            .WithSummary("Lists the annual plans one may apply under, with window, title and one's own live declaration.");

        api.MapGet("/guides", (ISender sender, CancellationToken ct) => sender.Send(new ListGuides.Query(), ct))
            .AllowAnonymous().WithTags("Declarations").WithName("ListGuides").WithSummary("Lists plans that are or will be open, for everybody.");
        api.MapGet("/guides/{id:guid}", (Guid id, ISender sender, CancellationToken ct) => sender.Send(new GetGuide.Query(new PlanId(id)), ct))
            .AllowAnonymous().WithTags("Declarations").WithName("GetGuide")
            .WithSummary("Shows what a plan asks for, when, by what road, and whom to ask.");
        var group = api.MapGroup("/declarations").WithTags("Declarations");
        group.MapGet("/", ListAsync).ForAllBut(Role.Administrator, Role.ProcessDesigner).WithName("ListDeclarations")
            .WithSummary("Lists the declarations one may see, 20 a page; send next back as after. mine=true gives one's own.");
        group.MapPost("/", StartAsync).ForRoles(Role.Applicant).WithName("StartDeclaration")
            .WithSummary("Opens a draft under a plan; its flow starts with the task to fill it in.");
        group.MapGet("/{id:guid}", (Guid id, ISender sender, CancellationToken ct) =>
                sender.Send(new GetDeclaration.Query(new DeclarationId(id)), ct))
            .ForAllBut(Role.Administrator, Role.ProcessDesigner).WithName("GetDeclaration")
            .WithSummary("Shows where a declaration stands: whose turn it is and until when, the five stages, what comes next, history.");
        group.MapGet("/{id:guid}/dossier", (Guid id, ISender sender, CancellationToken ct) =>
                sender.Send(new GetDossier.Query(new DeclarationId(id)), ct))
            .ForAllBut(Role.Administrator, Role.ProcessDesigner).WithName("GetDossier")
            .WithSummary("Shows the dossier: what the product checked, every stated fact with its evidence, snapshot hash, history.");
        group.MapGet("/{id:guid}/acceptance", (Guid id, ISender sender, CancellationToken ct) =>
                sender.Send(new GetAcceptance.Query(new DeclarationId(id)), ct))
            .ForAllBut(Role.Administrator, Role.ProcessDesigner).WithName("GetAcceptance")
            .WithSummary("Shows the slip of an accepted declaration: who accepted it and when.");
        group.MapGet("/{id:guid}/form", (Guid id, ISender sender, CancellationToken ct) =>
                sender.Send(new GetForm.Query(new DeclarationId(id)), ct))
            .ForRoles(Role.Applicant).WithName("GetForm")
            .WithSummary("Shows the form to fill in: sections, fields, values, evidence, what is to mend, the commitment to sign.");
        group.MapPut("/{id:guid}/sections/{section}", SaveAsync).ForRoles(Role.Applicant).WithName("SaveSection")
            .WithSummary("Stores one section as typed, complete or not; answers what still stands in the way of submission.");
        group.MapPost("/{id:guid}/submit", SubmitAsync).ForRoles(Role.Applicant).WithName("SubmitDeclaration")
            .WithSummary("Signs the truth commitment and hands the dossier in, first or after a return; answers the receipt.");
        group.MapPost("/{id:guid}/withdraw", WithdrawAsync).ForRoles(Role.Applicant).WithName("WithdrawDeclaration")
            .WithSummary("Withdraws a declaration for good, possible until the meeting on it opens.");
    }

    private static Task<ListDeclarations.Result> ListAsync(
        ISender sender, CancellationToken ct, bool mine = false, ListDeclarations.Phase? phase = null, string? search = null,
        string? after = null) =>
        sender.Send(new ListDeclarations.Query(mine, phase, search, after), ct);

    private static async Task<Created<StartDeclaration.Result>> StartAsync(StartBody body, ISender sender, CancellationToken ct)
    {
        var result = await sender.Send(new StartDeclaration.Command(new PlanId(body.Plan)), ct);

        return TypedResults.Created($"/api/v1/declarations/{result.Declaration}", result);
    }

    private static Task<SaveSection.Result> SaveAsync(
        Guid id, string section, SectionBody body, ISender sender, CancellationToken ct) =>
        sender.Send(
            new SaveSection.Command(
                new DeclarationId(id), section,
                body.Values.Where(v => v.Value is not null).ToDictionary(v => v.Key, v => v.Value!)),
            ct);

    private static Task<SubmitDeclaration.Result> SubmitAsync(Guid id, SubmitBody body, ISender sender, CancellationToken ct) =>
        sender.Send(new SubmitDeclaration.Command(new DeclarationId(id), body.SignedName), ct);

    private static async Task<NoContent> WithdrawAsync(Guid id, WithdrawBody body, ISender sender, CancellationToken ct)
    {
        await sender.Send(new WithdrawDeclaration.Command(new DeclarationId(id), body.Reason), ct);

        return TypedResults.NoContent();
    }
}
