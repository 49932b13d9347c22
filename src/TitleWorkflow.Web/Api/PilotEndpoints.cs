using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using TitleWorkflow.Application.Pilots;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.Pilots;
using TitleWorkflow.Web.Problems;
using TitleWorkflow.Web.Security;

namespace TitleWorkflow.Web.Api;

/// <summary>Pilots of autonomous and association review: apply, check, evaluate, authorise, renew, report, withdraw; what came of them.</summary>
internal static class PilotEndpoints
{
    internal static readonly Role[] Applying = [Role.Chairperson, Role.EmployerHr, Role.OrganisingOfficer];

    internal static readonly Role[] Readers = [.. Applying, Role.DistrictOfficer, Role.CityOfficer, Role.Auditor];

    /// <param name="Unit">The enterprise or association; see GET /pilots/choices.</param>
    /// <param name="Scope">What is applied for.</param>
    internal sealed record DraftBody(OrganisationId Unit, PilotScope Scope);

    /// <param name="DocumentNumber">Number of the authorising document.</param>
    /// <param name="From">First day.</param>
    /// <param name="To">Last day, at most three years later.</param>
    /// <param name="ApprovesOutstanding">Whether paths of outstanding results are approved.</param>
    internal sealed record EvaluationBody(string DocumentNumber, DateOnly From, DateOnly To, bool ApprovesOutstanding = false);

    /// <param name="Reason">Why.</param>
    internal sealed record ReturnBody(string Reason);

    /// <param name="Year">The year reported on, past.</param>
    /// <param name="Words">How it went, at most 3,000 characters.</param>
    internal sealed record ReportBody(int Year, string Words);

    /// <param name="Line">Index of the line, from 0.</param>
    /// <param name="Rule">The rule it meets, in words.</param>
    /// <param name="Forbids">False for what the city may approve.</param>
    /// <param name="NationalYears">Years the nation asks for the same road; null where it knows none.</param>
    /// <param name="Source">Document that says so.</param>
    internal sealed record Flag(int Line, BrokenRule Rule, bool Forbids, int? NationalYears, string Source);

    /// <param name="Pilot">The application, flags left out.</param>
    /// <param name="Flags">What is to be said about lines of the standard, each with its source.</param>
    internal sealed record Shown(GetPilot.Result Pilot, IReadOnlyList<Flag> Flags);

    public static void MapPilots(this RouteGroupBuilder api)
    {
        var group = api.MapGroup("/pilots").WithTags("Pilots");
        group.MapGet("/", (ISender sender, CancellationToken ct) => sender.Send(new ListPilots.Query(), ct))
            .ForRoles(Readers).WithName("ListPilots")
            .WithSummary("Lists pilots and applications one may see, with days of authorisation and figures.");
        group.MapGet("/choices", (ISender sender, CancellationToken ct) => sender.Send(new GetPilotChoices.Query(), ct))
            .ForRoles(Applying).WithName("GetPilotChoices")
            .WithSummary("Shows the units one applies for, their people, and the national table a standard is held against.");
        group.MapGet("/figures", (ISender sender, CancellationToken ct, int? year = null) => sender.Send(new GetReviewFigures.Query(year), ct))
            .ForRoles(Role.CityOfficer, Role.Auditor).WithName("GetReviewFigures")
            .WithSummary("Counts reviews by whose power they rest on: government, enterprise, association.");
        group.MapGet("/{id:guid}", GetAsync)
            .ForRoles(Readers).WithName("GetPilot")
            .WithSummary("Shows one application with what is to be said about each line of its standard.");
        group.MapPost("/", DraftAsync)
            .ForRoles(Applying).WithName("DraftPilot")
            .WithSummary("Begins an application; what lies below the national floor is flagged and cannot be handed in.");
        group.MapPut("/{id:guid}", ReviseAsync)
            .ForRoles(Applying).WithName("RevisePilot").WithSummary("Changes an application that was not handed in, or was sent back.");
        group.MapPost("/{id:guid}/submit", SubmitAsync)
            .ForRoles(Applying).WithName("SubmitPilot").WithSummary("Hands an application in.");
        group.MapPost("/{id:guid}/renew", RenewAsync)
            .ForRoles(Applying).WithName("RenewPilot").WithSummary("Begins the application for the next authorisation.");
        group.MapPost("/{id:guid}/evaluate", EvaluateAsync)
            .ForRoles(Role.CityOfficer).WithName("EvaluatePilot")
            .WithSummary("Evaluates an application and proposes document and days, at most three years.");
        group.MapPost("/{id:guid}/authorise", AuthoriseAsync)
            .ForRoles(Role.CityOfficer).WithName("AuthorisePilot")
            .WithSummary("Authorises an evaluated application as the second officer; its committee is set up or renewed.");
        group.MapPost("/{id:guid}/pass", PassAsync)
            .ForRoles(Role.DistrictOfficer).WithName("PassPilot").WithSummary("Passes an application on to the city, checked by the district.");
        group.MapPost("/{id:guid}/return", ReturnAsync)
            .ForRoles(Role.DistrictOfficer, Role.CityOfficer).WithName("ReturnPilot").WithSummary("Sends an application back with a reason.");
        group.MapPost("/{id:guid}/reports", ReportAsync)
            .ForRoles(Applying).WithName("ReportOnPilot")
            .WithSummary("Hands in the report on a past year; the product adds its figures.");
        group.MapPost("/{id:guid}/withdraw", WithdrawAsync)
            .ForRoles(Role.CityOfficer).WithName("WithdrawPilot")
            .WithSummary("Withdraws an authorisation with a reason: nothing new is taken on, what was accepted is finished.");
    }

    private static async Task<Shown> GetAsync(Guid id, ISender sender, RuleTexts rules, CancellationToken ct)
    {
        var pilot = await sender.Send(new GetPilot.Query(new PilotApplicationId(id)), ct);

        return new Shown(
            pilot with { Flags = [] },
            [
                .. pilot.Flags.Select(f => new Flag(
                    f.Line, rules.Describe(f.Rule), f.Forbids, f.National?.Years, rules.Describe(f.Rule with { Source = f.Source }).Source)),
            ]);
    }

    private static async Task<Created<DraftPilot.Result>> DraftAsync(DraftBody body, ISender sender, CancellationToken ct)
    {
        var drafted = await sender.Send(new DraftPilot.Command(body.Unit, body.Scope), ct);

        return TypedResults.Created($"/api/v1/pilots/{drafted.Application}", drafted);
    }

    private static async Task<NoContent> ReviseAsync(Guid id, PilotScope body, ISender sender, CancellationToken ct)
    {
        await sender.Send(new RevisePilot.Command(new PilotApplicationId(id), body), ct);

        return TypedResults.NoContent();
    }

    private static async Task<NoContent> SubmitAsync(Guid id, ISender sender, CancellationToken ct)
    {
        await sender.Send(new SubmitPilot.Command(new PilotApplicationId(id)), ct);

        return TypedResults.NoContent();
    }

    private static async Task<Created<RenewPilot.Result>> RenewAsync(Guid id, ISender sender, CancellationToken ct)
    {
        var renewal = await sender.Send(new RenewPilot.Command(new PilotApplicationId(id)), ct);

        return TypedResults.Created($"/api/v1/pilots/{renewal.Application}", renewal);
    }

    private static async Task<NoContent> EvaluateAsync(Guid id, EvaluationBody body, ISender sender, CancellationToken ct)
    {
        await sender.Send(
            new EvaluatePilot.Command(new PilotApplicationId(id), body.DocumentNumber, body.From, body.To, body.ApprovesOutstanding), ct);

        return TypedResults.NoContent();
    }

    private static Task<AuthorisePilot.Result> AuthoriseAsync(Guid id, ISender sender, CancellationToken ct) =>
        sender.Send(new AuthorisePilot.Command(new PilotApplicationId(id)), ct);

    private static async Task<NoContent> PassAsync(Guid id, ISender sender, CancellationToken ct)
    {
        await sender.Send(new PassPilot.Command(new PilotApplicationId(id)), ct);

        return TypedResults.NoContent();
    }

    private static async Task<NoContent> ReportAsync(Guid id, ReportBody body, ISender sender, CancellationToken ct)
    {
        await sender.Send(new ReportOnPilot.Command(new PilotApplicationId(id), body.Year, body.Words), ct);

        return TypedResults.NoContent();
    }

    private static async Task<NoContent> WithdrawAsync(Guid id, ReturnBody body, ISender sender, CancellationToken ct)
    {
        await sender.Send(new WithdrawPilot.Command(new PilotApplicationId(id), body.Reason), ct);

        return TypedResults.NoContent();
    }

    private static async Task<NoContent> ReturnAsync(Guid id, ReturnBody body, ISender sender, CancellationToken ct)
    {
        await sender.Send(new ReturnPilot.Command(new PilotApplicationId(id), body.Reason), ct);

        return TypedResults.NoContent();
    }
}
