using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace TitleWorkflow.Web.Security;

/// <summary>
/// What one act of a page demands beyond the page itself: the policy on its handler. It is asked before anything else is
/// done with the form. An act the page does not have is no act at all, rather than the bare page.
/// </summary>
internal sealed class HandlerPolicies : IAsyncPageFilter, IOrderedFilter
{
    /// <summary>Before the filter that shows a refused form again.</summary>
    public int Order => -1000;

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var http = context.HttpContext;
        if (context.HandlerMethod is not { } handler)
        {
            var shows = HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method);
            context.Result = shows ? null : new StatusCodeResult(StatusCodes.Status405MethodNotAllowed);
        }
        else if (handler.MethodInfo.GetCustomAttributes(inherit: true).OfType<IAuthorizeData>().FirstOrDefault() is { } demanded)
        {
            var asked = await http.RequestServices.GetRequiredService<IAuthorizationService>()
                .AuthorizeAsync(http.User, demanded.Policy!);
            if (!asked.Succeeded)
            {
                await PolicyRefusals.WriteAsync(http, demanded.Policy!, handler.Name);
                context.Result = new ForbidResult();
            }
        }

        if (context.Result is null)
        {
            await next();
        }
    }
}
