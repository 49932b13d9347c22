using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Localization;
using TitleWorkflow.Application.Publicity;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.Publicity;
using TitleWorkflow.Web.Security;
using TitleWorkflow.Web.Shell;

namespace TitleWorkflow.Web.Api;

/// <summary>What is posted: results for everybody, an employer's own notices for its personnel office.</summary>
internal static class PublicityEndpoints
{
    /// <param name="Statement">What is wrong.</param>
    /// <param name="Leads">What can be checked; null if nothing is named.</param>
    /// <param name="Name">Real name; null for an anonymous objection.</param>
    /// <param name="Contact">How to reach its bearer; null for an anonymous objection.</param>
    /// <param name="Route">How it came; other than online only for the office that receives objections.</param>
    /// <param name="ConcernsOffice">Whether it is about the office that would look into it: the supervisor does then.</param>
    internal sealed record ObjectionBody(
        string Statement,
        string? Leads = null,
        string? Name = null,
        string? Contact = null,
        ObjectionRoute Route = ObjectionRoute.Online,
        bool ConcernsOffice = false);

    /// <param name="Reason">Why there must be more time.</param>
    internal sealed record ExtensionBody(string Reason);

    /// <param name="Number">Number of the receipt.</param>
    /// <param name="ReceivedAt">When it was received.</param>
    /// <param name="DueOn">Last day for the finding; null if it is put on record only.</param>
    /// <param name="Code">With the number it tells how the objection stands, at /publicity/receipt; null for a retry, told once only.</param>
    internal sealed record ReceiptBody(string Number, DateTimeOffset ReceivedAt, DateOnly? DueOn, string? Code);

    public static void MapPublicity(this RouteGroupBuilder api)
    {
        var group = api.MapGroup("/publicity").WithTags("Publicity").AddEndpointFilter(NotIndexed);
        group.MapGet("/", ListAsync)
            .AllowAnonymous()
            .WithName("ListPublicity")
            .WithSummary("Results posted today, for everybody; a name is gone when its window is over.");
        group.MapGet("/{id:guid}", GetAsync)
            .AllowAnonymous()
            .WithName("GetPublicity")
            .WithSummary("One notice: a posted result for everybody, an employer's notice for those who work there.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        MapObjections(group);
        group.MapGet("/employer", ListOwnAsync)
            .ForRoles(Role.EmployerHr)
            .WithName("ListEmployerPublicity")
            .WithSummary(
                "The employer's own notices, running or ended, with proof of posting and, when open, the task to recommend.");
    }

    private static void MapObjections(RouteGroupBuilder group)
    {
        group.MapPost("/{id:guid}/objections", ObjectAsync)
            .AllowAnonymous()
            .WithName("ObjectToName")
            .WithSummary(
                "Objects to a posted name one can read, a posted result without signing in, under one's real name or not; the answer is a receipt.")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status429TooManyRequests);
        group.MapGet("/objections", (ISender sender, CancellationToken ct, Guid? after = null) =>
                sender.Send(new ListObjections.Query(after is { } id ? new PublicityObjectionId(id) : null), ct))
            .ForRoles(Role.EmployerHr, Role.OrganisingOfficer, Role.Supervisor)
            .WithName("ListObjections")
            .WithSummary("The register of objections of whoever looks into them; nobody else learns who objects.");
        group.MapPost("/objections/{id:guid}/extend", async Task<NoContent> (
                Guid id, ExtensionBody body, ISender sender, CancellationToken ct) =>
            {
                await sender.Send(new ExtendInquiry.Command(new PublicityObjectionId(id), body.Reason), ct);

                return TypedResults.NoContent();
            })
            .ForRoles(Role.EmployerHr, Role.OrganisingOfficer, Role.Supervisor)
            .WithName("ExtendInquiry")
            .WithSummary("Takes more time for the finding on an objection, once and for a reason; the finding is given on its work item.");
    }

    private static async Task<Results<Ok<ReceiptBody>, ProblemHttpResult>> ObjectAsync(
        Guid id, ObjectionBody body, ObjectionDesk desk, IStringLocalizer texts, CancellationToken ct)
    {
        var receipt = await desk.TakeAsync(
            new ObjectToName.Command(
                new PublicityNoticeId(id), new ObjectionWords(body.Statement, body.Leads, body.Name, body.Contact), body.Route, body.ConcernsOffice),
            ct);

        return receipt is null
            ? TypedResults.Problem(
                statusCode: StatusCodes.Status429TooManyRequests,
                title: texts["publicity.object.too-many", StrangersObjections.Allowed])
            : TypedResults.Ok(new ReceiptBody(receipt.Number, receipt.ReceivedAt, receipt.DueOn, receipt.Code));
    }

    private static async Task<Ok<ListPublicity.Result>> ListAsync(
        ISender sender, CancellationToken ct, string? search = null, string? specialty = null, Guid? after = null) =>
        TypedResults.Ok(await sender.Send(new ListPublicity.Query(search, specialty, Id(after)), ct));

    private static async Task<Ok<GetPublicity.Result>> GetAsync(Guid id, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new GetPublicity.Query(new PublicityNoticeId(id)), ct));

    private static async Task<Ok<ListEmployerPublicity.Result>> ListOwnAsync(
        ISender sender, CancellationToken ct, bool running = true, Guid? after = null) =>
        TypedResults.Ok(await sender.Send(new ListEmployerPublicity.Query(running, Id(after)), ct));

    private static PublicityNoticeId? Id(Guid? value) => value is { } id ? new PublicityNoticeId(id) : null;

    private static ValueTask<object?> NotIndexed(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        context.HttpContext.Response.Headers[NoIndexAttribute.Header] = NoIndexAttribute.Value;

        return next(context);
    }
}
