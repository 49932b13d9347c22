using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Localization;
using TitleWorkflow.Application.Channels;
using TitleWorkflow.Application.RuleSets;
using TitleWorkflow.Domain.Channels;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.RuleSets;
using TitleWorkflow.Web.Channels;
using TitleWorkflow.Web.Security;

namespace TitleWorkflow.Web.Api;

/// <summary>The channel adviser for everybody, and the rule sets it goes by for the bureaus.</summary>
internal static class RuleSetEndpoints
{
    /// <param name="EffectiveFrom">First day on which the draft shall count.</param>
    /// <param name="Values">New values by address; those left out stay.</param>
    internal sealed record Revision(DateOnly EffectiveFrom, IReadOnlyDictionary<string, int> Values);

    /// <param name="Name">Chinese name.</param>
    /// <param name="EnglishName">English name.</param>
    /// <param name="Level">Only for this target; left out for every one.</param>
    /// <param name="Asked">What it asks first; left out for a waiver.</param>
    internal sealed record Addition(string Name, string EnglishName, TitleLevel? Level, ThresholdRule? Asked);

    /// <param name="Way">Number of the way it joins, from 1; left out for another way to fulfil the condition.</param>
    /// <param name="Asked">What it asks.</param>
    internal sealed record Demand(int? Way, ThresholdRule Asked);

    /// <param name="Revision">The save of the draft the approver has seen.</param>
    internal sealed record Approval(int Revision);

    /// <param name="Channel">Which channel.</param>
    /// <param name="Facts">What is known of the applicant, as the adviser is told it.</param>
    /// <param name="Region">Whose rule sets; null for the first.</param>
    /// <param name="Year">Plan year; null for the present one.</param>
    internal sealed record DecisionAsked(Channel Channel, FactsForm Facts, string? Region = null, int? Year = null);

    /// <param name="IsEligible">Whether the person may take the channel.</param>
    /// <param name="Reason">Why.</param>
    /// <param name="Basis">The document it rests on.</param>
    internal sealed record DecisionTaken(bool IsEligible, string Reason, string Basis);

    public static void MapRuleSets(this RouteGroupBuilder api)
    {
        api.MapGet("/adviser", AdviseAsync)
            .AllowAnonymous()
            .WithTags("RuleSets")
            .WithName("AdviseChannels")
            .WithSummary("Which channels are open to somebody of such facts, each condition with value, source and earliest date. Nothing is stored.")
            .ProducesProblem(StatusCodes.Status429TooManyRequests);
        MapDecisions(api.MapGroup("/adviser/decisions").WithTags("RuleSets"));
        var group = api.MapGroup("/rule-sets").WithTags("RuleSets");
        group.MapGet("/", ListAsync)
            .ForRoles(Role.CityOfficer, Role.ProvinceOfficer, Role.Auditor)
            .WithName("ListRuleSets")
            .WithSummary("Every version of every rule set.");
        group.MapGet("/{id:guid}", GetAsync)
            .ForRoles(Role.CityOfficer, Role.ProvinceOfficer, Role.Auditor)
            .WithName("GetRuleSet")
            .WithSummary("One version: its values with their floors, and what differs from the version before it.");
        group.MapPost("/{id:guid}/drafts", DraftAsync)
            .ForRoles(Role.CityOfficer)
            .WithName("DraftRuleSet")
            .WithSummary("Begins a draft from this version; one draft of a set at a time.");
        group.MapPut("/{id:guid}", ReviseAsync)
            .ForRoles(Role.CityOfficer)
            .WithName("ReviseRuleSet")
            .WithSummary("Changes values of a draft; nothing below the national floor is taken.");
        group.MapPost("/{id:guid}/conditions", AddAsync)
            .ForRoles(Role.CityOfficer)
            .WithName("AddCondition")
            .WithSummary("Adds a condition or a waiver to a draft.");
        group.MapPost("/{id:guid}/conditions/{code}/thresholds", AskAsync)
            .ForRoles(Role.CityOfficer)
            .WithName("AddThreshold")
            .WithSummary("Adds a threshold to a condition of a draft: beside others, or as another way to fulfil it.");
        group.MapDelete("/{id:guid}/conditions/{code}", RemoveAsync)
            .ForRoles(Role.CityOfficer)
            .WithName("RemoveCondition")
            .WithSummary("Takes a condition, one of its ways or one threshold from a draft; what the nation demands stays.");
        group.MapPost("/{id:guid}/approve", ApproveAsync)
            .ForRoles(Role.CityOfficer, Role.ProvinceOfficer)
            .WithName("ApproveRuleSet")
            .WithSummary("A second officer puts the draft into force; cases stay on the version they were opened under.");
    }

    private static void MapDecisions(RouteGroupBuilder group)
    {
        group.MapGet("/", (ISender sender, CancellationToken ct) => sender.Send(new ListDecisions.Query(), ct))
            .ForRoles(Role.Applicant, Role.OrganisingOfficer)
            .WithName("ListDecisions")
            .WithSummary("Decisions where the rules map nothing: the applicant's own, and those the organising unit takes.");
        group.MapPost("/", (DecisionAsked body, ISender sender, CancellationToken ct) => sender.Send(
                new AskForDecision.Command(body.Region, body.Year, body.Channel, body.Facts.Facts()!), ct))
            .ForRoles(Role.Applicant)
            .WithName("AskForDecision")
            .WithSummary("Asks the organising unit to decide where the adviser says that an officer must.");
        group.MapPost("/{id:guid}", async Task<NoContent> (Guid id, DecisionTaken body, ISender sender, CancellationToken ct) =>
            {
                await sender.Send(
                    new DecideManually.Command(new ManualDecisionId(id), body.IsEligible, body.Reason, body.Basis), ct);

                return TypedResults.NoContent();
            })
            .ForRoles(Role.OrganisingOfficer)
            .WithName("DecideManually")
            .WithSummary("Decides for that plan year and channel, with reason and basis; the adviser goes by it from now on.");
    }

    private static async Task<Results<Ok<AdviseChannels.Result>, ProblemHttpResult>> AdviseAsync(
        [AsParameters] FactsForm facts, AdviceDesk desk, IStringLocalizer texts, CancellationToken ct,
        string? region = null, int? year = null) =>
        await desk.AskAsync(region, year, facts.Facts(), ct) is { } answer
            ? TypedResults.Ok(answer)
            : TypedResults.Problem(
                statusCode: StatusCodes.Status429TooManyRequests,
                title: texts["channels.too-many"],
                detail: texts["channels.too-many.text", AdviceAsked.Allowed]);

    private static async Task<Ok<ListRuleSets.Result>> ListAsync(ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new ListRuleSets.Query(), ct));

    private static async Task<Ok<GetRuleSet.Result>> GetAsync(Guid id, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new GetRuleSet.Query(new RuleSetId(id)), ct));

    private static async Task<Created<DraftRuleSet.Result>> DraftAsync(Guid id, ISender sender, CancellationToken ct)
    {
        var draft = await sender.Send(new DraftRuleSet.Command(new RuleSetId(id)), ct);

        return TypedResults.Created($"/api/v1/rule-sets/{draft.Id.Value}", draft);
    }

    private static async Task<NoContent> ReviseAsync(Guid id, Revision body, ISender sender, CancellationToken ct)
    {
        await sender.Send(new ReviseRuleSet.Command(new RuleSetId(id), body.EffectiveFrom, body.Values), ct);

        return TypedResults.NoContent();
    }

    private static async Task<NoContent> AddAsync(Guid id, Addition body, ISender sender, CancellationToken ct)
    {
        await sender.Send(new AddCondition.Command(new RuleSetId(id), body.Name, body.EnglishName, body.Level, body.Asked), ct);

        return TypedResults.NoContent();
    }

    private static async Task<NoContent> AskAsync(Guid id, string code, Demand body, ISender sender, CancellationToken ct)
    {
        await sender.Send(new AddThreshold.Command(new RuleSetId(id), code, body.Way, body.Asked), ct);

        return TypedResults.NoContent();
    }

    private static async Task<NoContent> RemoveAsync(
        Guid id, string code, ISender sender, CancellationToken ct, int? way = null, int? threshold = null)
    {
        await sender.Send(new RemoveCondition.Command(new RuleSetId(id), code, way, threshold), ct);

        return TypedResults.NoContent();
    }

    private static async Task<NoContent> ApproveAsync(Guid id, Approval body, ISender sender, CancellationToken ct)
    {
        await sender.Send(new ApproveRuleSet.Command(new RuleSetId(id), body.Revision), ct);

        return TypedResults.NoContent();
    }
}
