using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using TitleWorkflow.Application.Instances;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Engine.State;
using TitleWorkflow.Web.Security;
using TitleWorkflow.Web.Workflows;

namespace TitleWorkflow.Web.Api;

/// <summary>The flows under way, for those who operate the product.</summary>
internal static class InstanceEndpoints
{
    /// <param name="Incident">Which incident, as <c>incidents</c> of the instance names it; all that can be retried if left out.</param>
    /// <param name="Reason">Why it may work now.</param>
    internal sealed record RetryBody(string? Incident, string Reason);

    /// <param name="Variable">Id of the variable.</param>
    /// <param name="Value">The new value as JSON; what is no JSON counts as a text.</param>
    /// <param name="Reason">Why.</param>
    internal sealed record VariableBody(string Variable, string Value, string Reason);

    /// <param name="Execution">As <c>steps</c> of the instance names it.</param>
    /// <param name="Outcome">One of the step's <c>skippable</c> outcomes; left out where it offers no choice.</param>
    /// <param name="Reason">Why.</param>
    internal sealed record SkipBody(string Execution, string? Outcome, string Reason);

    /// <param name="Reason">Why.</param>
    internal sealed record CancelBody(string Reason);

    /// <param name="Target">One of the instance's <c>targets</c>.</param>
    /// <param name="Preview">What the preview gave.</param>
    /// <param name="Reason">Why.</param>
    /// <param name="Map">Where steps go that have no place of their own: path to path.</param>
    internal sealed record MigrateBody(string Target, string Preview, string Reason, IReadOnlyDictionary<string, string>? Map = null);

    /// <param name="Reason">Why.</param>
    internal sealed record UndoBody(string Reason);

    public static void MapInstances(this RouteGroupBuilder api)
    {
        var group = api.MapGroup("/instances").WithTags("Instances");
        group.MapGet("/", ListAsync)
            .ForRoles(InstanceReaders.Roles)
            .WithName("ListInstances")
            .WithSummary("Finds flow instances by number, person, flow, stage, state or trouble, 25 at a time, the latest first; "
                + "pass `next` of the answer as `after` for the following page. Process designers see no persons.");
        group.MapGet("/{id}", GetAsync)
            .ForRoles(InstanceReaders.Roles)
            .WithName("GetInstance")
            .WithSummary("Shows one instance: picture with the way taken, waits, incidents, open steps, variables, versions, journal. "
                + "Values that may be personal are masked.");
        group.MapGet("/{id}/journal", JournalAsync)
            .ForRoles(InstanceReaders.Roles)
            .WithName("ListInstanceJournal")
            .WithSummary("Lists an instance's journal, 50 lines at a time, the last first; pass `next` of the answer as `before`.");
        group.MapGet("/{id}/picture", PictureAsync)
            .ForRoles(InstanceReaders.Roles)
            .WithName("GetInstancePicture")
            .WithSummary("Draws the instance's flow as SVG with the way it took.")
            .Produces<string>(contentType: "image/svg+xml");
        group.MapPost("/{id}/retry", RetryAsync)
            .ForRoles(Role.Administrator)
            .WithName("RetryIncident")
            .WithSummary("Executes what failed again; a halted flow runs on with everything the failure froze.");
        group.MapPost("/{id}/variables", ModifyAsync)
            .ForRoles(Role.Administrator)
            .WithName("ModifyVariable")
            .WithSummary("Sets a variable of a running flow; never one whose value is masked.");
        group.MapPost("/{id}/skip", SkipAsync)
            .ForRoles(Role.Administrator)
            .WithName("RequestSkip")
            .WithSummary("Asks to skip an open step with an outcome; carried out when a second person approves the intervention.");
        group.MapPost("/{id}/cancel", CancelAsync)
            .ForRoles(Role.Administrator)
            .WithName("RequestCancel")
            .WithSummary("Asks to end a flow and its case; carried out when a second person approves the intervention.");
        group.MapGet("/{id}/migration", PreviewAsync)
            .ForRoles(InstanceReaders.Migrators)
            .WithName("PreviewMigration")
            .WithSummary("Dry run of a migration to `target`: what becomes of each open step and of what it waits for. "
                + "`map` sends a step elsewhere, as `path=path`; it may be repeated.");
        group.MapPost("/{id}/migration", MigrateAsync)
            .ForRoles(InstanceReaders.Migrators)
            .WithName("MigrateInstance")
            .WithSummary("Lets the instance go on in another version, exactly as previewed; `preview` is what the preview gave.");
        group.MapPost("/{id}/migration/undo", UndoAsync)
            .ForRoles(InstanceReaders.Migrators)
            .WithName("UndoMigration")
            .WithSummary("Takes the latest migration back while the flow stands where it was put.");
    }

    private static async Task<Ok<ListInstances.Result>> ListAsync(
        ISender sender,
        CancellationToken ct,
        string? number = null,
        string? person = null,
        string? flow = null,
        Stage? stage = null,
        ListInstances.State? state = null,
        IncidentKind? trouble = null,
        bool anyTrouble = false,
        string? after = null) =>
        TypedResults.Ok(await sender.Send(
            new ListInstances.Query(number, person, flow, stage, state, trouble, anyTrouble, after), ct));

    private static async Task<Ok<GetInstance.Result>> GetAsync(string id, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new GetInstance.Query(id), ct));

    private static async Task<Ok<ListJournal.Result>> JournalAsync(
        string id, ISender sender, CancellationToken ct, long? before = null) =>
        TypedResults.Ok(await sender.Send(new ListJournal.Query(id, before), ct));

    private static async Task<ContentHttpResult> PictureAsync(
        string id, ISender sender, FlowPicture picture, CancellationToken ct) =>
        TypedResults.Content(picture.Draw((await sender.Send(new GetInstance.Query(id), ct)).Picture), "image/svg+xml");

    private static async Task<Ok<RetryIncident.Result>> RetryAsync(
        string id, RetryBody body, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new RetryIncident.Command(id, body.Incident, body.Reason), ct));

    private static async Task<NoContent> ModifyAsync(string id, VariableBody body, ISender sender, CancellationToken ct)
    {
        await sender.Send(new ModifyVariable.Command(id, body.Variable, body.Value, body.Reason), ct);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<RequestSkip.Result>> SkipAsync(
        string id, SkipBody body, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new RequestSkip.Command(id, body.Execution, body.Outcome, body.Reason), ct));

    private static async Task<Ok<RequestCancel.Result>> CancelAsync(
        string id, CancelBody body, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new RequestCancel.Command(id, body.Reason), ct));

    private static async Task<Ok<PreviewMigration.Result>> PreviewAsync(
        string id, string target, ISender sender, CancellationToken ct, [FromQuery] string[]? map = null) =>
        TypedResults.Ok(await sender.Send(new PreviewMigration.Query(id, target, NodeMap.Read(map)), ct));

    private static async Task<NoContent> MigrateAsync(string id, MigrateBody body, ISender sender, CancellationToken ct)
    {
        await sender.Send(
            new MigrateInstance.Command(id, body.Target, body.Map ?? new Dictionary<string, string>(), body.Preview, body.Reason), ct);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> UndoAsync(string id, UndoBody body, ISender sender, CancellationToken ct)
    {
        await sender.Send(new UndoMigration.Command(id, body.Reason), ct);
        return TypedResults.NoContent();
    }
}
