using Microsoft.AspNetCore.Antiforgery;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Web.Api;

namespace TitleWorkflow.Web.Studio;

/// <summary>The Elsa server's interface that the designer speaks: <c>/elsa/api</c>, and the designer's own files.</summary>
internal static class StudioSetup
{
    /// <summary>Those who may draw.</summary>
    public static readonly Role[] Writers = [Role.ProcessDesigner, Role.Administrator];

    private const string Api = "/elsa/api";
    private const string Refusal = "X-Refusal";

    // What is said about flows is long and holds no secret that its length could tell.
    public static IServiceCollection AddStudio(this IServiceCollection services) => services
        .AddResponseCompression(options => options.EnableForHttps = true)
        .AddSingleton<StudioFiles>()
        .AddScoped<StepDescriptors>()
        .AddScoped<StepInputs>()
        .AddScoped<StudioWords>()
        .AddScoped<DesignJson>();

    /// <summary>The designer's files, before anything asks who wants them, and how its frame is refused something.</summary>
    public static WebApplication UseStudio(this WebApplication app)
    {
        app.Use(app.Services.GetRequiredService<StudioFiles>().ServeAsync);
        app.UseWhen(http => http.Request.Path.StartsWithSegments(Api) || IsBoard(http.Request), talk => talk.UseResponseCompression());
        app.Use(RefuseByAnswer);

        return app;
    }

    public static WebApplication MapStudio(this WebApplication app)
    {
        var api = app.MapGroup(Api).ExcludeFromDescription();
        api.MapDesigns();
        api.MapDesignWrites();
        api.MapDescriptors();
        api.MapGraphs();
        api.MapCases();
        api.MapRefused();
        api.AddEndpointFilter(RequireForm);
        api.AddEndpointFilter(ApiSetup.RequireKey);
        api.AddEndpointFilter(KnownAnswers.TellAsync);

        return app;
    }

    // The page around the frame carries the flow's whole picture; its form token is another one in every answer.
    private static bool IsBoard(HttpRequest request) =>
        request.Path.StartsWithSegments("/flows") && request.Path.Value!.EndsWith("/design", StringComparison.Ordinal);

    // The frame asks for refusals as answers and makes refusals of them again: a browser notes every 4xx as an error of its page.
    private static Task RefuseByAnswer(HttpContext http, RequestDelegate next)
    {
        if (http.Request.Path.StartsWithSegments(Api) && http.Request.Headers[Refusal] == "as-answer")
        {
            http.Response.OnStarting(() =>
            {
                if (http.Response.StatusCode is StatusCodes.Status400BadRequest or StatusCodes.Status409Conflict)
                {
                    http.Response.Headers[Refusal] = $"{http.Response.StatusCode}";
                    http.Response.StatusCode = StatusCodes.Status200OK;
                }

                return Task.CompletedTask;
            });
        }

        return next(http);
    }

    // A session's cookie comes along by itself, so a page of somebody else's could send it; the token cannot be read there.
    private static async ValueTask<object?> RequireForm(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var byCookie = !http.Request.Headers.Authorization.ToString().StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase);
        if (!HttpMethods.IsGet(http.Request.Method) && byCookie
            && !await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http))
        {
            return TypedResults.Problem(
                statusCode: StatusCodes.Status400BadRequest, title: "The form's token is missing or belongs to another session.");
        }

        return await next(context);
    }
}
