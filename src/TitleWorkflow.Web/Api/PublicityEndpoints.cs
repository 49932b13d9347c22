using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using TitleWorkflow.Application.Publicity;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.Publicity;
using TitleWorkflow.Web.Security;
using TitleWorkflow.Web.Shell;

namespace TitleWorkflow.Web.Api;

/// <summary>What is posted: results for everybody, an employer's own notices for its personnel office.</summary>
internal static class PublicityEndpoints
{
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
        group.MapGet("/employer", ListOwnAsync)
            .ForRoles(Role.EmployerHr)
            .WithName("ListEmployerPublicity")
            .WithSummary(
                "The employer's own notices, running or ended, with proof of posting and, when open, the task to recommend.");
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
