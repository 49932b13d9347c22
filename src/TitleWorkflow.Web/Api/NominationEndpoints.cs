using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using TitleWorkflow.Application.Nominations;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Nominations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Web.Problems;
using TitleWorkflow.Web.Security;

namespace TitleWorkflow.Web.Api;

/// <summary>Nominations: write, read, sign, take back; the letter, and the verification of its signatures by anybody.</summary>
internal static class NominationEndpoints
{
    /// <param name="Plan">The plan of the nomination channel; see GET /nominations/choices.</param>
    /// <param name="Nominee">Who is nominated; see GET /nominations/choices.</param>
    /// <param name="Reasons">Why.</param>
    internal sealed record DraftBody(Guid Plan, Guid Nominee, string Reasons);

    /// <param name="SignedName">The signatory's full name, typed.</param>
    /// <param name="Password">The signatory's password, typed again.</param>
    /// <param name="IsRelative">Whether the signatory is a relative of the nominee; then a second signatory is needed.</param>
    internal sealed record SignBody(string SignedName, string Password, bool IsRelative = false);

    /// <param name="Reason">What was false.</param>
    internal sealed record FalseBody(string Reason);

    /// <param name="Nomination">The nomination, obstacles left out.</param>
    /// <param name="Obstacles">What forbids the reader to sign, in words, each with its source.</param>
    internal sealed record Shown(GetNomination.Result Nomination, IReadOnlyList<BrokenRule> Obstacles);

    public static void MapNominations(this RouteGroupBuilder api)
    {
        var group = api.MapGroup("/nominations").WithTags("Nominations");
        group.MapGet("/", (ISender sender, CancellationToken ct) => sender.Send(new ListNominations.Query(), ct))
            .ForAllBut(Role.Administrator, Role.ProcessDesigner)
            .WithName("ListNominations")
            .WithSummary("Lists the nominations one may see, unsigned ones first, and the quota of the enterprise one signs for.");
        group.MapGet("/choices", (ISender sender, CancellationToken ct) => sender.Send(new GetNominationChoices.Query(), ct))
            .ForRoles(Role.Chairperson, Role.ResearchLead)
            .WithName("GetNominationChoices")
            .WithSummary("Shows whom, and under which plans, one's enterprise may nominate today.");
        group.MapPost("/", DraftAsync)
            .ForRoles(Role.Chairperson, Role.ResearchLead)
            .WithName("DraftNomination")
            .WithSummary("Writes a nomination; it holds no slot before it is signed.");
        group.MapGet("/{id:guid}", GetAsync)
            .ForAllBut(Role.Administrator, Role.ProcessDesigner)
            .WithName("GetNomination")
            .WithSummary("Shows the letter, its signatures, the year's quota, and every rule that forbids the reader to sign.");
        group.MapPost("/{id:guid}/sign", SignAsync)
            .ForRoles(Role.Chairperson, Role.ResearchLead)
            .WithName("SignNomination")
            .WithSummary("Signs with typed name and password: freezes the letter and reserves a slot; refused with all broken rules.");
        group.MapPost("/{id:guid}/take-back", TakeBackAsync)
            .ForRoles(Role.Chairperson, Role.ResearchLead)
            .WithName("TakeBackNomination")
            .WithSummary("Takes a nomination back that no declaration rests on; a reserved slot is free again.");
        group.MapPost("/{id:guid}/false", (Guid id, FalseBody body, ISender sender, CancellationToken ct) =>
                sender.Send(new FindNominationFalse.Command(new NominationId(id), body.Reason), ct))
            .ForRoles(Role.CityOfficer)
            .WithName("FindNominationFalse")
            .WithSummary("Finds a nomination false: signatory and enterprise lose the right to nominate for years.");
        group.MapGet("/{id:guid}/letter", LetterAsync)
            .ForAllBut(Role.Administrator, Role.ProcessDesigner)
            .WithName("GetLetter")
            .WithSummary("The signed letter, byte by byte as it was signed.")
            .Produces(StatusCodes.Status200OK, contentType: "text/plain");
        api.MapGet("/signatures/{id:guid}", (Guid id, ISender sender, CancellationToken ct) =>
                sender.Send(new VerifySignature.Query(new LetterSignatureId(id)), ct))
            .AllowAnonymous()
            .WithTags("Nominations")
            .WithName("VerifySignature")
            .WithSummary("Verifies a signature under a nomination letter, for everybody: masked names, hash, public key, signature.");
    }

    private static async Task<Created<DraftNomination.Result>> DraftAsync(DraftBody body, ISender sender, CancellationToken ct)
    {
        var result = await sender.Send(
            new DraftNomination.Command(new PlanId(body.Plan), new PersonId(body.Nominee), body.Reasons), ct);

        return TypedResults.Created($"/api/v1/nominations/{result.Nomination}", result);
    }

    private static async Task<Shown> GetAsync(Guid id, ISender sender, RuleTexts rules, CancellationToken ct)
    {
        var nomination = await sender.Send(new GetNomination.Query(new NominationId(id)), ct);

        return new Shown(nomination with { Obstacles = [] }, [.. nomination.Obstacles.Select(rules.Describe)]);
    }

    private static Task<SignNomination.Result> SignAsync(Guid id, SignBody body, ISender sender, CancellationToken ct) =>
        sender.Send(new SignNomination.Command(new NominationId(id), body.SignedName, body.Password, body.IsRelative), ct);

    private static async Task<NoContent> TakeBackAsync(Guid id, ISender sender, CancellationToken ct)
    {
        await sender.Send(new TakeBackNomination.Command(new NominationId(id)), ct);

        return TypedResults.NoContent();
    }

    private static async Task<FileContentHttpResult> LetterAsync(Guid id, ISender sender, CancellationToken ct)
    {
        var letter = await sender.Send(new GetLetter.Query(new NominationId(id)), ct);

        return TypedResults.Bytes(letter.Content, "text/plain; charset=utf-8", $"{letter.Number}.txt");
    }
}
