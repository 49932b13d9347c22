using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.DataAnnotations;
using Microsoft.Extensions.Options;

namespace TitleWorkflow.Web.Problems;

/// <summary>Answers failures: problem details for programs, the error page for people.</summary>
internal static class ProblemSetup
{
    private const string Page = "/error";

    public static IServiceCollection AddProblems(this IServiceCollection services) => services
        .AddProblemDetails()
        .AddSingleton<ProblemMap>()
        .AddSingleton<RuleTexts>()
        .AddSingleton<FieldErrors>()
        .AddSingleton<IConfigureOptions<MvcOptions>, BindingMessages>()
        .AddSingleton<IConfigureOptions<MvcDataAnnotationsLocalizationOptions>, BindingMessages>()
        .AddExceptionHandler<ProblemAnswer>();

    public static IApplicationBuilder UseProblems(this IApplicationBuilder app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = Page,
            StatusCodeSelector = ProblemMap.StatusOf,
            // A refusal is an answer, not an accident: only what nobody foresaw is logged as an error, once.
            SuppressDiagnosticsCallback = context =>
                ProblemMap.StatusOf(context.Exception) < StatusCodes.Status500InternalServerError,
        });

        return app
            .UseWhen(IsForPeople, people => people.UseStatusCodePagesWithReExecute(Page + "/{0}"))
            .UseWhen(http => !IsForPeople(http), programs => programs.UseStatusCodePages(AnswerStatusAsync));
    }

    /// <summary>Programs come through /api or the designer's endpoints, or accept JSON but no HTML.</summary>
    public static bool IsForPeople(HttpContext http)
    {
        var accept = http.Request.Headers.Accept.ToString();

        // A failing request is asked about on its way to the error page; its own address decides.
        PathString path = http.Features.Get<IExceptionHandlerPathFeature>()?.Path ?? http.Request.Path;

        return !path.StartsWithSegments("/api")
            && !path.StartsWithSegments("/elsa")
            && (!accept.Contains("json", StringComparison.OrdinalIgnoreCase)
                || accept.Contains("html", StringComparison.OrdinalIgnoreCase));
    }

    private static Task AnswerStatusAsync(StatusCodeContext context)
    {
        var http = context.HttpContext;
        var problem = http.RequestServices.GetRequiredService<ProblemMap>().Describe(http.Response.StatusCode, http);

        return WriteAsync(http, problem);
    }

    private static Task WriteAsync(HttpContext http, ProblemDetails problem)
    {
        http.Response.StatusCode = problem.Status!.Value;

        return http.Response.WriteAsJsonAsync(problem, problem.GetType(), options: null, "application/problem+json");
    }

    private sealed class ProblemAnswer(ProblemMap problems) : IExceptionHandler
    {
        public async ValueTask<bool> TryHandleAsync(HttpContext http, Exception exception, CancellationToken ct)
        {
            if (IsForPeople(http))
            {
                return false;
            }

            await WriteAsync(http, problems.Describe(exception, http));

            return true;
        }
    }
}
