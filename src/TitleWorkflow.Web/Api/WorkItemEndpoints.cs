using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using TitleWorkflow.Application.Reviews;
using TitleWorkflow.Application.WorkItems;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.WorkItems;
using TitleWorkflow.Web.Problems;
using TitleWorkflow.Web.Security;

namespace TitleWorkflow.Web.Api;

/// <summary>The inbox: what to do next, and doing it.</summary>
internal static class WorkItemEndpoints
{
    /// <param name="To">A colleague who holds the task's role at its office; see <c>holding.colleagues</c> of the task.</param>
    /// <param name="Manner">Transfer hands it over for good; Delegate lets it come back when released.</param>
    /// <param name="Reason">Why; kept in the audit log.</param>
    internal sealed record PassOnBody(PersonId To, PassOnWorkItem.Manner Manner, string Reason);

    /// <param name="Outcome">One of the task's outcomes.</param>
    /// <param name="Comment">Opinion or reason; required where the outcome says so.</param>
    /// <param name="Sections">With Return: the sections sent back, each with a reason.</param>
    /// <param name="Items">With Supplement: all defects at once.</param>
    /// <param name="Experts">With a group assignment: at least <c>needs.minimumExperts</c> of <c>needs.experts</c>.</param>
    /// <param name="Scores">With an expert's opinion: whole points by key of <c>needs.standard.items</c>; all of them.</param>
    /// <param name="DocumentNumber">With a confirmation: the number of the confirming document.</param>
    /// <param name="Values">What the task's <c>fields</c> ask for, by label; a yes-or-no field takes Yes or No.</param>
    internal sealed record CompleteBody(
        string Outcome,
        string? Comment = null,
        IReadOnlyList<ReturnedSection>? Sections = null,
        IReadOnlyList<string>? Items = null,
        IReadOnlyList<PersonId>? Experts = null,
        IReadOnlyDictionary<string, int>? Scores = null,
        string? DocumentNumber = null,
        IReadOnlyDictionary<string, string>? Values = null);

    /// <param name="Rows">What is done, at most 25.</param>
    internal sealed record VettingBody(IReadOnlyList<VettingRow> Rows);

    /// <param name="WorkItem">The task.</param>
    /// <param name="Outcome">One of its outcomes but Return.</param>
    /// <param name="Comment">Opinion or reason; required where the outcome says so.</param>
    internal sealed record VettingRow(Guid WorkItem, string Outcome, string? Comment = null);

    /// <param name="WorkItem">The task.</param>
    /// <param name="Problem">Why it was not done; null if it was.</param>
    internal sealed record VettingAnswer(Guid WorkItem, ProblemDetails? Problem);

    public static void MapWorkItems(this RouteGroupBuilder api)
    {
        var group = api.MapGroup("/work-items").WithTags("WorkItems").ForAllBut(Role.Administrator, Role.Auditor);
        group.MapGet("/", ListAsync)
            .WithName("ListWorkItems")
            .WithSummary("Lists your open tasks (view=Mine), those you may claim (view=Available) or have done (view=Done), "
                + "25 at a time; pass `next` of the answer as `after` for the following page.");
        MapVetting(api);
        group.MapGet("/{id:guid}", GetAsync)
            .WithName("GetWorkItem")
            .WithSummary("Shows one task: its case, deadline, the outcomes to choose from and, in `needs`, what to send with them.");
        group.MapPost("/{id:guid}/claim", ClaimAsync)
            .WithName("ClaimWorkItem")
            .WithSummary("Takes a task of your office; nobody else can do it until you release it.");
        group.MapPost("/{id:guid}/release", ReleaseAsync)
            .WithName("ReleaseWorkItem")
            .WithSummary("Puts a claimed task back: to whoever delegated it, else to all of the office.");
        group.MapPost("/{id:guid}/pass-on", PassOnAsync)
            .WithName("PassOnWorkItem")
            .WithSummary("Passes a claimed office task to a colleague, for good (Transfer) or to have it back (Delegate).");
        group.MapPost("/{id:guid}/complete", CompleteAsync)
            .WithName("CompleteWorkItem")
            .WithSummary("Does a task with one of its outcomes; the case goes on along it. Tasks with `endsByOwnAct` end by "
                + "submitting the declaration, handing in the supplement or signing the result instead.");
    }

    // Addresses are written small; a word that names no part goes on as none, which the query refuses.
    private static void MapVetting(RouteGroupBuilder api)
    {
        var vetting = api.MapGroup("/vetting").WithTags("WorkItems").ForRoles(
            Role.TownOfficer, Role.DistrictOfficer, Role.CityOfficer, Role.ProvinceOfficer, Role.OrganisingOfficer, Role.ServiceCommissioner);
        vetting.MapGet("/", (ISender sender, CancellationToken ct) => sender.Send(new ListVetting.Query(), ct))
            .WithName("ListVetting")
            .WithSummary("Lists what you can vet at once, the 25 most urgent.");
        vetting.MapPost("/", VetAsync)
            .WithName("VetTogether")
            .WithSummary("Vets several declarations, each by itself; the answer says for each whether it was done, and if not why.");
    }

    private static async Task<Ok<IReadOnlyList<VettingAnswer>>> VetAsync(
        VettingBody body, ISender sender, ProblemMap problems, HttpContext http, CancellationToken ct)
    {
        var rows = body.Rows?.OfType<VettingRow>().Select(r => new VetTogether.Row(new WorkItemId(r.WorkItem), r.Outcome, r.Comment)) ?? [];
        var result = await sender.Send(new VetTogether.Command([.. rows]), ct);

        return TypedResults.Ok<IReadOnlyList<VettingAnswer>>(
            [.. result.Rows.Select(r => new VettingAnswer(r.WorkItem.Value, r.Refusal is { } why ? problems.Describe(why, http) : null))]);
    }

    private static async Task<Ok<ListInbox.Result>> ListAsync(
        ISender sender, CancellationToken ct, string view = "mine", string? after = null) =>
        TypedResults.Ok(await sender.Send(
            new ListInbox.Query(Enum.TryParse<ListInbox.View>(view, ignoreCase: true, out var part) ? part : (ListInbox.View)(-1), after),
            ct));

    private static async Task<Ok<GetWorkItem.Result>> GetAsync(Guid id, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new GetWorkItem.Query(new WorkItemId(id)), ct));

    private static async Task<NoContent> ClaimAsync(Guid id, ISender sender, CancellationToken ct)
    {
        await sender.Send(new ClaimWorkItem.Command(new WorkItemId(id)), ct);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> ReleaseAsync(Guid id, ISender sender, CancellationToken ct)
    {
        await sender.Send(new ReleaseWorkItem.Command(new WorkItemId(id)), ct);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> PassOnAsync(Guid id, PassOnBody body, ISender sender, CancellationToken ct)
    {
        await sender.Send(new PassOnWorkItem.Command(new WorkItemId(id), body.To, body.Manner, body.Reason), ct);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<CompleteWorkItem.Result>> CompleteAsync(
        Guid id, CompleteBody body, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(
            new CompleteWorkItem.Command(new WorkItemId(id), body.Outcome, body.Comment)
            {
                Sections = body.Sections,
                Items = body.Items,
                Experts = body.Experts,
                Scores = body.Scores,
                DocumentNumber = body.DocumentNumber,
                Values = body.Values,
            },
            ct));
}
