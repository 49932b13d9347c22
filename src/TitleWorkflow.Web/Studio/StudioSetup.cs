using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Connections;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Web.Api;
using TitleWorkflow.Web.Security;
using TitleWorkflow.Web.Workflows;

namespace TitleWorkflow.Web.Studio;

/// <summary>The Elsa server's interface that the designer speaks: <c>/elsa/api</c>, and the designer's own files.</summary>
internal static class StudioSetup
{
    /// <summary>Those who may draw.</summary>
    public static readonly Role[] Writers = [Role.ProcessDesigner, Role.Administrator];

    private const string Api = "/elsa/api";
    private const string Refusal = "X-Refusal";

    // What is said about flows is long and holds no secret that its length could tell.
    public static IServiceCollection AddStudio(this IServiceCollection services)
    {
        services.AddSignalR();
        return services
            .AddResponseCompression(options => options.EnableForHttps = true)
            .AddSingleton<StudioFiles>()
            .AddSingleton<CaseWatch>()
            .AddHostedService<CaseRound>()
            .AddScoped<StepDescriptors>()
            .AddScoped<StepInputs>()
            .AddScoped<StudioWords>()
            .AddScoped<DesignJson>();
    }

    /// <summary>The designer's files, before anything asks who wants them, and how its frame is refused something.</summary>
    public static WebApplication UseStudio(this WebApplication app)
    {
        app.Use(app.Services.GetRequiredService<StudioFiles>().ServeAsync);
        app.UseWhen(http => http.Request.Path.StartsWithSegments(Api) || IsBoard(http.Request), talk => talk.UseResponseCompression());
        app.Use(RefuseByAnswer);
        app.UseWhen(http => http.Request.Path.StartsWithSegments(CaseHub.Path), talk => talk.Use(BeginHere));

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
        app.MapHub<CaseHub>(CaseHub.Path, options =>
        {
            options.Transports = HttpTransportType.WebSockets;
            options.CloseOnAuthenticationExpiration = true;
        }).ForRoles(InstanceReaders.Roles);

        return app;
    }

    // The page around the frame carries the flow's whole picture; its form token is another one in every answer.
    private static bool IsBoard(HttpRequest request) =>
        request.Path.StartsWithSegments("/flows") && request.Path.Value!.EndsWith("/design", StringComparison.Ordinal);

    // A page of somebody else's may open a socket, and the session's cookie comes along: only our own pages are answered. The socket
    // begins on the node it reaches, whichever negotiated it, as if nothing had been negotiated.
    private static Task BeginHere(HttpContext http, RequestDelegate next)
    {
        if (http.Request.Headers.Origin is [{ } origin]
            && !(Uri.TryCreate(origin, UriKind.Absolute, out var page) && page.Authority == http.Request.Host.Value))
        {
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        }

        if (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsConnect(http.Request.Method))
        {
            http.Request.QueryString = QueryString.Empty;
        }

        return next(http);
    }

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
