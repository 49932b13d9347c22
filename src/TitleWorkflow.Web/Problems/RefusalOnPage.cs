using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Domain;

namespace TitleWorkflow.Web.Problems;

/// <summary>
/// A POST that is refused shows its own page again, with everything typed, the errors at their fields and the refusal
/// beside the button. Pages that load themselves get this without asking; others get the error page.
/// </summary>
internal sealed class RefusalOnPage : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(
        PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (context.HandlerInstance is not (PageModel page and ILoadsItself)
            || !HttpMethods.IsPost(context.HttpContext.Request.Method))
        {
            await next();

            return;
        }

        if (!page.ModelState.IsValid)
        {
            context.Result = await ShowAgainAsync(page, StatusCodes.Status400BadRequest);

            return;
        }

        var executed = await next();
        if (executed.Exception is { } refused && Explain(refused, page))
        {
            executed.ExceptionHandled = true;
            executed.Result = await ShowAgainAsync(page, ProblemMap.StatusOf(refused));
        }
    }

    private static async Task<PageResult> ShowAgainAsync(PageModel page, int status)
    {
        await ((ILoadsItself)page).LoadAsync(page.HttpContext.RequestAborted);

        return new PageResult { StatusCode = status };
    }

    private static bool Explain(Exception refused, PageModel page)
    {
        var services = page.HttpContext.RequestServices;
        switch (refused)
        {
            case ValidationException invalid:
                var fields = services.GetRequiredService<FieldErrors>();
                foreach (var failure in invalid.Errors)
                {
                    page.ModelState.AddModelError(FieldOf(failure.PropertyName, page), fields.Describe(failure));
                }

                return true;
            case RuleBrokenException broken:
                var rules = services.GetRequiredService<RuleTexts>();
                page.ViewData[nameof(Refusal)] = new Refusal([.. broken.Rules.Select(rules.Describe)]);

                return true;
            case DbUpdateConcurrencyException:
                page.ViewData[nameof(Refusal)] = Refusal.ChangedMeanwhile;

                return true;
            default:
                return false;
        }
    }

    // A validator speaks of the command's property, the form of the page's: "Reason" is the field "Input.Reason".
    // What was left out (no radio chosen) was never sent; then the page's bound properties tell.
    private static string FieldOf(string property, PageModel page) =>
        page.ModelState.Keys.FirstOrDefault(key => key.Equals(property, StringComparison.OrdinalIgnoreCase))
        ?? page.ModelState.Keys.FirstOrDefault(key => key.EndsWith("." + property, StringComparison.OrdinalIgnoreCase))
        ?? page.GetType().GetProperties()
            .Where(bound => bound.IsDefined(typeof(BindPropertyAttribute), inherit: true))
            .Where(bound => bound.PropertyType.GetProperty(property.Split('.', '[')[0]) is not null)
            .Select(bound => $"{bound.Name}.{property}")
            .FirstOrDefault()
        ?? property;
}
