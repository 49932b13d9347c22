using System.Text.Json.Serialization;
using TitleWorkflow.Web.Operation;
using TitleWorkflow.Web.Operation.Health;

namespace TitleWorkflow.Web.Api;

/// <summary>The interface for programs: <c>/api/v1</c>, its document at <c>/openapi/v1.json</c>, health.</summary>
internal static class ApiSetup
{
    public static IServiceCollection AddApi(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.Converters.Add(new JsonStringEnumConverter());
            options.SerializerOptions.Converters.Add(new IdJson());
        });

        // In every environment: a program is told what of its request could not be read.
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.AddOpenApi("v1", ApiDocument.Configure);

        return services;
    }

    public static WebApplication MapApi(this WebApplication app)
    {
        var api = app.MapGroup("/api/v1")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict);
        api.MapIdentity();
        api.MapDeclarations();
        api.MapEvidence();
        api.MapApplicants();
        api.MapSupplement();
        api.MapReexaminations();
        api.MapWorkItems();
        api.MapNotices();
        api.MapFlows();
        api.MapInstances();
        api.MapInterventions();
        api.MapPublicity();
        api.MapFiling();
        api.MapCalendars();
        api.MapRuleSets();
        api.MapCommittees();
        api.MapEnterprises();
        api.MapNominations();
        api.MapPilots();
        api.MapPlanProposals();
        api.MapQuestionnaires();
        api.MapExperts();
        api.MapDraws();
        api.MapMeetings();
        api.MapBallots();
        api.MapScores();
        api.MapAssignments();
        api.MapDefences();
        api.MapRunOffs();
        api.MapOperation();
        api.AddEndpointFilter(RequireKey);
        if (app.Services.GetRequiredService<DemoOptions>().Enabled)
        {
            api.MapDemo();
        }

        app.MapOpenApi().AllowAnonymous();
        app.MapHealth();

        return app;
    }

    // Every write names its intention, so that a lost answer can be asked for again.
    internal static async ValueTask<object?> RequireKey(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var needed = !HttpMethods.IsGet(http.Request.Method)
            && http.GetEndpoint()?.Metadata.GetMetadata<NeedsNoKey>() is null
            && !http.Request.Headers.ContainsKey(Security.RequestKey.Header);

        return needed
            ? TypedResults.Problem(
                statusCode: StatusCodes.Status400BadRequest,
                title: "The header Idempotency-Key is missing.",
                detail: "Send a fresh unique value with every write and the same value when you repeat it.")
            : await next(context);
    }
}

/// <summary>Marks a write that carries no idempotency key: signing in.</summary>
internal sealed record NeedsNoKey;
