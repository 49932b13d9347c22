using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using TitleWorkflow.Application.Operation;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Web.Security;

namespace TitleWorkflow.Web.Api;

/// <summary>The demonstration's clock; not mapped outside a demonstration.</summary>
internal static class DemoEndpoints
{
    public static void MapDemo(this RouteGroupBuilder api) => api.MapGroup("/demo").WithTags("Demo")
        .MapPost("/clock", AdvanceAsync)
        .ForRoles(Role.Administrator)
        .WithName("AdvanceClock")
        .WithSummary("Moves the clock forward, to 9:00 some working days ahead or to an instant, and does what falls due.");

    private static async Task<Ok<AdvanceClock.Result>> AdvanceAsync(
        AdvanceClock.Command command, ISender sender, CancellationToken ct)
    {
        var result = await sender.Send(command, ct);
        await sender.Send(new RunDueWork.Command(), ct);

        return TypedResults.Ok(result);
    }
}
