using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using TitleWorkflow.Application.Operation;
using TitleWorkflow.Application.Workflows;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Web.Security;

namespace TitleWorkflow.Web.Api;

/// <summary>What administrators and other systems need to run the product: messages to flows, dead letters.</summary>
internal static class OperationEndpoints
{
    /// <param name="Reason">What was mended; it is put on record.</param>
    internal sealed record Replay(string Reason);

    /// <param name="Reason">Why it need not be done any more; it is put on record.</param>
    internal sealed record Discard(string Reason);

    public static void MapOperation(this RouteGroupBuilder api)
    {
        api.MapPost("/messages", ReceiveAsync).ForRoles(Role.Administrator).WithTags("Operation").WithName("ReceiveMessage")
            .WithSummary("Tells the flows that something happened outside. What is accepted is delivered, or becomes a dead letter.");
        var letters = api.MapGroup("/dead-letters").WithTags("Operation").ForRoles(Role.Administrator);
        letters.MapGet("/", ListAsync).WithName("ListDeadLetters")
            .WithSummary("Lists work that was given up, latest first, 50 at a time; pass `next` as `after` for the following page.");
        letters.MapPost("/{id:guid}/replay", ReplayAsync).WithName("ReplayDeadLetter")
            .WithSummary("Has a dead letter tried again at once.");
        letters.MapPost("/{id:guid}/discard", DiscardAsync).WithName("DiscardDeadLetter")
            .WithSummary("Gives a dead letter up for good; refused while a flow rests on it.");
    }

    private static async Task<Accepted<ReceiveMessage.Result>> ReceiveAsync(
        ReceiveMessage.Command command, ISender sender, CancellationToken ct) =>
        TypedResults.Accepted((string?)null, await sender.Send(command, ct));

    private static async Task<Ok<ListDeadLetters.Result>> ListAsync(ISender sender, CancellationToken ct, Guid? after = null) =>
        TypedResults.Ok(await sender.Send(new ListDeadLetters.Query(after), ct));

    private static async Task<Ok<ReplayDeadLetter.Result>> ReplayAsync(
        Guid id, Replay body, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new ReplayDeadLetter.Command(id, body.Reason), ct));

    private static async Task<NoContent> DiscardAsync(Guid id, Discard body, ISender sender, CancellationToken ct)
    {
        await sender.Send(new DiscardDeadLetter.Command(id, body.Reason), ct);
        return TypedResults.NoContent();
    }
}
