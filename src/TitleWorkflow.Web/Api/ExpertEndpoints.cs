using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using TitleWorkflow.Application.Experts;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Experts;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Web.Security;

namespace TitleWorkflow.Web.Api;

/// <summary>The expert pool, from nomination to removal.</summary>
internal static class ExpertEndpoints
{
    /// <param name="Text">What is objected.</param>
    internal sealed record ObjectionBody(string Text);

    /// <param name="Upheld">Whether the objection is right.</param>
    /// <param name="Finding">Why.</param>
    internal sealed record FindingBody(bool Upheld, string Finding);

    /// <param name="Consents">True to serve.</param>
    internal sealed record ConsentBody(bool Consents);

    /// <param name="Decision">Suspend, Resume, Evaluate, Train or Remove.</param>
    /// <param name="Reason">Why; the finding of an evaluation.</param>
    internal sealed record DecisionBody(MembershipDecision Decision, string Reason);

    /// <param name="Kind">Which relation.</param>
    /// <param name="OtherName">To whom.</param>
    /// <param name="OtherIdNumber">The other's identity number, if known.</param>
    /// <param name="Until">Last day of the common work; null while it lasts, and for kinship.</param>
    internal sealed record RelationBody(RelationKind Kind, string OtherName, string? OtherIdNumber = null, DateOnly? Until = null);

    /// <param name="Reason">Why it does not matter.</param>
    internal sealed record ClearanceBody(string Reason);

    public static void MapExperts(this RouteGroupBuilder api)
    {
        var group = api.MapGroup("/experts").WithTags("Experts");
        MapReads(group);
        MapRoadIntoThePool(group);
        MapMembership(group);
    }

    private static void MapReads(RouteGroupBuilder group)
    {
        group.MapGet("/", ListAsync)
            .ForRoles(Role.CommitteeOffice, Role.OrganisingOfficer).WithName("ListExperts")
            .WithSummary("The pool of one's own committees, filtered by specialty, level, state and nominator.");
        group.MapGet("/{id:guid}", (Guid id, ISender sender, CancellationToken ct) =>
                sender.Send(new GetExpert.Query(new PersonId(id)), ct))
            .ForRoles(Role.CommitteeOffice, Role.OrganisingOfficer).WithName("GetExpert")
            .WithSummary("One member of the pool with relations and history.");
        group.MapGet("/me", (ISender sender, CancellationToken ct) => sender.Send(new GetExpert.Query(null), ct))
            .ForAllBut(Role.Administrator).WithName("GetOwnMembership")
            .WithSummary("One's own membership; 404 if there is none.");
        group.MapGet("/pools", (ISender sender, CancellationToken ct) => sender.Send(new ListPools.Query(), ct))
            .ForRoles(Role.EmployerHr).WithName("ListPools")
            .WithSummary("The units that keep a pool one may nominate for.");
        group.MapGet("/candidates", (ISender sender, CancellationToken ct) => sender.Send(new ListCandidates.Query(), ct))
            .AllowAnonymous().WithName("ListCandidates")
            .WithSummary("Candidates posted today, for everybody; a name is gone when its window is over.");
    }

    private static void MapRoadIntoThePool(RouteGroupBuilder group)
    {
        group.MapPost("/nominations", (NominateExperts.Command body, ISender sender, CancellationToken ct) => sender.Send(body, ct))
            .ForRoles(Role.EmployerHr).WithName("NominateExperts")
            .WithSummary("Nominates experts, all or none: with errors in any row nobody is nominated, unless `partly`.");
        group.MapPost("/nominations/list", ImportAsync).ForRoles(Role.EmployerHr).DisableAntiforgery().WithName("ImportNominees")
            .WithSummary("Nominates by a list: multipart with unit and file (.xlsx). Rows that are wrong come back with what is wrong.");
        group.MapPost("/screen", (ScreenNominees.Command body, ISender sender, CancellationToken ct) => Done(sender, body, ct))
            .ForRoles(Role.CommitteeOffice).WithName("ScreenNominees")
            .WithSummary("Screens nominated experts; a refusal says why.");
        group.MapPost("/post", (ISender sender, CancellationToken ct) => sender.Send(new PostCandidates.Command(), ct))
            .ForRoles(Role.CommitteeOffice).WithName("PostCandidates")
            .WithSummary("Posts everybody screened, for at least five working days.");
        group.MapPost("/{id:guid}/objections", (Guid id, ObjectionBody body, ISender sender, CancellationToken ct) =>
                Done(sender, new ObjectToCandidate.Command(new PersonId(id), body.Text), ct))
            .ForRoles(Role.CommitteeOffice).WithName("ObjectToCandidate")
            .WithSummary("Files an objection received while the candidate is posted.");
        group.MapPost("/{id:guid}/objections/{number:int}/decide",
                (Guid id, int number, FindingBody body, ISender sender, CancellationToken ct) =>
                    Done(sender, new DecideObjection.Command(new PersonId(id), number, body.Upheld, body.Finding), ct))
            .ForRoles(Role.OrganisingOfficer).WithName("DecideObjection")
            .WithSummary("Decides an objection; an upheld one ends the candidacy.");
        group.MapPost("/me/consent", (ConsentBody body, ISender sender, CancellationToken ct) =>
                Done(sender, new AnswerNomination.Command(body.Consents), ct))
            .ForAllBut(Role.Administrator).WithName("AnswerNomination")
            .WithSummary("A posted candidate consents to serve, or declines.");
        group.MapPost("/consents", (RecordConsents.Command body, ISender sender, CancellationToken ct) => Done(sender, body, ct))
            .ForRoles(Role.CommitteeOffice).WithName("RecordConsents")
            .WithSummary("Records signed answers of candidates without an account.");
        group.MapPost("/appoint", (ISender sender, CancellationToken ct) => sender.Send(new AppointExperts.Command(), ct))
            .ForRoles(Role.OrganisingOfficer).WithName("AppointExperts")
            .WithSummary("Appoints every candidate who is ready, for a term of at most three years.");
    }

    private static async Task<ImportNominees.Result> ImportAsync(
        [FromForm] Guid unit, IFormFile file, ISender sender, CancellationToken ct)
    {
        await using var content = file.OpenReadStream();
        return await sender.Send(new ImportNominees.Command(new OrganisationId(unit), file.FileName, content), ct);
    }

    private static void MapMembership(RouteGroupBuilder group)
    {
        group.MapPost("/{id:guid}/decide", (Guid id, DecisionBody body, ISender sender, CancellationToken ct) =>
                Done(sender, new DecideOnMembership.Command(new PersonId(id), body.Decision, body.Reason), ct))
            .ForRoles(Role.OrganisingOfficer).WithName("DecideOnMembership")
            .WithSummary("Suspends, resumes, evaluates, trains or removes a member, and says why.");
        group.MapPost("/{id:guid}/renew", (Guid id, ISender sender, CancellationToken ct) =>
                Done(sender, new RenewExpert.Command(new PersonId(id)), ct))
            .ForRoles(Role.OrganisingOfficer).WithName("RenewExpert")
            .WithSummary("Appoints an evaluated member for a further term.");
        group.MapPost("/me/relations", (RelationBody body, ISender sender, CancellationToken ct) =>
                Done(sender, Declare(null, body), ct))
            .ForAllBut(Role.Administrator).WithName("DeclareRelation")
            .WithSummary("An expert declares a relation to somebody who may apply.");
        group.MapPost("/{id:guid}/relations", (Guid id, RelationBody body, ISender sender, CancellationToken ct) =>
                Done(sender, Declare(new PersonId(id), body), ct))
            .ForRoles(Role.CommitteeOffice).WithName("RecordRelation")
            .WithSummary("The office records a relation, or an avoidance it has granted.");
        group.MapPost("/{id:guid}/relations/{relation:guid}/clear", (Guid id, Guid relation, ClearanceBody body, ISender sender, CancellationToken ct) =>
                Done(sender, new ClearRelation.Command(new PersonId(id), new ExpertRelationId(relation), body.Reason), ct))
            .ForRoles(Role.CommitteeOffice).WithName("ClearRelation")
            .WithSummary("The office finds that a tie between two firms does not keep the expert away.");
    }

    private static Task<ListExperts.Result> ListAsync(
        ISender sender, CancellationToken ct, string? specialty = null, TitleLevel? level = null,
        ExpertState? state = null, bool? fromEnterprise = null, Guid? after = null, string? search = null) =>
        sender.Send(
            new ListExperts.Query(specialty, level, state, fromEnterprise, after is { } id ? new PersonId(id) : null, search), ct);

    private static DeclareRelation.Command Declare(PersonId? expert, RelationBody body) =>
        new(expert, body.Kind, body.OtherName, body.OtherIdNumber, body.Until);

    private static async Task<NoContent> Done(ISender sender, IRequest command, CancellationToken ct)
    {
        await sender.Send(command, ct);

        return TypedResults.NoContent();
    }
}
