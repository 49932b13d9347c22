using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TitleWorkflow.Domain;
using TitleWorkflow.Web.Problems;

namespace TitleWorkflow.Web.Pages;

/// <summary>What a person reads when a page cannot be shown: what happened, what is safe, where to go.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[ResponseCache(Duration = 0, Location = ResponseCacheLocation.None, NoStore = true)]
internal sealed class ErrorModel(ProblemMap problems, RuleTexts rules) : PageModel
{
    public ProblemDetails Problem { get; private set; } = new();

    public Refusal? Refusal { get; private set; }

    public string Number => TraceNumber.Of(HttpContext);

    public int Status => Problem.Status ?? StatusCodes.Status500InternalServerError;

    public void OnGet(int? status) => Explain(status);

    public void OnPost(int? status) => Explain(status);

    private void Explain(int? status)
    {
        var exception = HttpContext.Features.Get<IExceptionHandlerFeature>()?.Error;
        Problem = exception is null
            ? problems.Describe(status ?? StatusCodes.Status404NotFound, HttpContext)
            : problems.Describe(exception, HttpContext);
        Refusal = exception is RuleBrokenException broken
            ? new Refusal([.. broken.Rules.Select(rules.Describe)])
            : null;

        if (exception is null && status is null)
        {
            Response.StatusCode = Status;
        }
    }
}
