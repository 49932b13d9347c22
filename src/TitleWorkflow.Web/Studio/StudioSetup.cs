using Microsoft.AspNetCore.Antiforgery;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Web.Api;

namespace TitleWorkflow.Web.Studio;

/// <summary>The Elsa server's interface that the designer speaks: <c>/elsa/api</c>, and the designer's own files.</summary>
internal static class StudioSetup
{
    /// <summary>Those who may draw.</summary>
    public static readonly Role[] Writers = [Role.ProcessDesigner, Role.Administrator];

    public static IServiceCollection AddStudio(this IServiceCollection services) => services
        .AddSingleton<StudioFiles>()
        .AddScoped<StepDescriptors>()
        .AddScoped<StepInputs>()
        .AddScoped<StudioWords>()
        .AddScoped<DesignJson>();

    /// <summary>The designer's files, before anything asks who wants them.</summary>
    public static WebApplication UseStudioFiles(this WebApplication app)
    {
        app.Use(app.Services.GetRequiredService<StudioFiles>().ServeAsync);

        return app;
    }

    public static WebApplication MapStudio(this WebApplication app)
    {
        var api = app.MapGroup("/elsa/api").ExcludeFromDescription();
        api.MapDesigns();
        api.MapDesignWrites();
        api.MapDescriptors();
        api.MapRefused();
        api.AddEndpointFilter(RequireForm);
        api.AddEndpointFilter(ApiSetup.RequireKey);

        return app;
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
