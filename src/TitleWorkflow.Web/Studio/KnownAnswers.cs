using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace TitleWorkflow.Web.Studio;

/// <summary>
/// The designer asks for the same long lists at every visit. Whoever has the answer already is told so (304) instead of being
/// sent it again.
/// </summary>
internal static class KnownAnswers
{
    public static async ValueTask<object?> TellAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var result = await next(context);
        var http = context.HttpContext;
        if (!HttpMethods.IsGet(http.Request.Method)
            || result is not (IValueHttpResult { Value: { } value } and IStatusCodeHttpResult { StatusCode: StatusCodes.Status200OK }))
        {
            return result;
        }

        var options = http.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        var answer = JsonSerializer.SerializeToUtf8Bytes(value, value.GetType(), options);
        http.Response.Headers.CacheControl = "private,no-cache";

        // Weak, because the same answer may come compressed or not.
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexString(SHA256.HashData(answer).AsSpan(0, 8))}\"", isWeak: true);
        return TypedResults.Bytes(answer, "application/json; charset=utf-8", entityTag: tag);
    }
}
