using Microsoft.AspNetCore.Diagnostics;
using TitleWorkflow.Application;
using TitleWorkflow.Application.Security;

namespace TitleWorkflow.Web.Security;

/// <summary>
/// Writes to the audit log who asked to read what is not theirs to see. Where it is not there at all, the answer is the same,
/// and so is the entry. What a command is refused is written with the command.
/// </summary>
internal static class UnseenReads
{
    private const string Rule = "not-found";

    public static async Task WatchAsync(HttpContext http, RequestDelegate next)
    {
        try
        {
            await next(http);
        }
        catch (NotFoundException) when (IsRead(http))
        {
            await PolicyRefusals.WriteAsync(http, Rule);
            throw;
        }

        if (http.Response.StatusCode == StatusCodes.Status404NotFound && IsRead(http))
        {
            await PolicyRefusals.WriteAsync(http, Rule);
        }
    }

    // The page that tells of it passes here too.
    private static bool IsRead(HttpContext http) =>
        http.GetEndpoint() is RouteEndpoint
        && (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method))
        && http.RequestServices.GetRequiredService<ICurrentUser>().Person is not null
        && http.Features.Get<IStatusCodeReExecuteFeature>() is null
        && http.Features.Get<IExceptionHandlerFeature>() is null;
}
