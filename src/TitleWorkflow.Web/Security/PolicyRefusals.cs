using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using TitleWorkflow.Application.Auditing;

namespace TitleWorkflow.Web.Security;

/// <summary>
/// Writes to the audit log whom a policy has refused what. Strangers are led to the sign-in page or told to sign in, and leave
/// nothing: see <see cref="RefusalLog"/>.
/// </summary>
internal sealed class PolicyRefusals : IAuthorizationMiddlewareResultHandler
{
    private const int LongestSubject = 200;

    // Routing's own values are part of the address already.
    private static readonly string[] OfRouting = ["page", "area", "handler"];

    private readonly AuthorizationMiddlewareResultHandler ordinary = new();

    public async Task HandleAsync(
        RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.Forbidden)
        {
            var named = context.GetEndpoint()?.Metadata.GetOrderedMetadata<IAuthorizeData>().LastOrDefault()?.Policy;
            await WriteAsync(context, named ?? "closed-to-all");
        }

        await ordinary.HandleAsync(next, context, policy, authorizeResult);
    }

    /// <summary>Writes that the policy refused what the request asks for; the address as the endpoint writes it, and no body.</summary>
    public static Task WriteAsync(HttpContext http, string policy, string? handler = null)
    {
        var pattern = (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "";
        var subject = string.Join('/', http.Request.RouteValues.Where(v => !OfRouting.Contains(v.Key)).Select(v => v.Value));
        return http.RequestServices.GetRequiredService<RefusalLog>().WriteAsync(
            $"{http.Request.Method} /{pattern.TrimStart('/')}{(handler is null ? "" : $"?handler={handler}")}",
            subject.Length <= LongestSubject ? subject : subject[..LongestSubject],
            policy);
    }
}
