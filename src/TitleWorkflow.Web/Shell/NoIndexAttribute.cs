using Microsoft.AspNetCore.Mvc.Filters;

namespace TitleWorkflow.Web.Shell;

/// <summary>Asks search engines to leave the page alone: a name is posted for its window, not for good.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class NoIndexAttribute : ResultFilterAttribute
{
    public const string Header = "X-Robots-Tag";
    public const string Value = "noindex, nofollow, noarchive";

    public override void OnResultExecuting(ResultExecutingContext context) =>
        context.HttpContext.Response.Headers[Header] = Value;
}
