using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using TitleWorkflow.Application.Auditing;
using TitleWorkflow.Web.Problems;

namespace TitleWorkflow.Web.Security;

/// <summary>
/// Writes to the audit log whom a policy has refused what. A stranger who opens a page is not refused it but led to the sign-in
/// page, and leaves nothing; what a stranger tries otherwise is written, so much of it a minute.
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
            var asked = context.GetEndpoint()?.Metadata.GetOrderedMetadata<IAuthorizeData>() ?? [];
            var named = asked.Count > 0 ? asked[^1].Policy : null;
            await WriteAsync(context, named ?? "closed-to-all");
        }
        else if (authorizeResult.Challenged && !IsLedToSignIn(context))
        {
            var strangers = context.RequestServices.GetRequiredService<RefusedStrangers>();
            await strangers.WriteAsync(Act(context), Subject(context), "sign-in.required");
        }

        await ordinary.HandleAsync(next, context, policy, authorizeResult);
    }

    /// <summary>Writes what stood in the way of the request; its address as the endpoint writes it, and no body.</summary>
    public static Task WriteAsync(HttpContext http, string rule, string? handler = null) =>
        http.RequestServices.GetRequiredService<RefusalLog>().WriteAsync(
            Act(http) + (handler is null ? "" : $"?handler={handler}"), Subject(http), rule);

    private static bool IsLedToSignIn(HttpContext http) =>
        ProblemSetup.IsForPeople(http) && (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method));

    private static string Act(HttpContext http) =>
        $"{http.Request.Method} /{(http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText?.TrimStart('/')}";

    private static string Subject(HttpContext http)
    {
        var subject = string.Join('/', http.Request.RouteValues.Where(v => !OfRouting.Contains(v.Key)).Select(v => v.Value));
        return subject.Length <= LongestSubject ? subject : subject[..LongestSubject];
    }
}
