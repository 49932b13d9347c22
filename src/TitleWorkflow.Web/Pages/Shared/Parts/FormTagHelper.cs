using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using TitleWorkflow.Web.Security;

namespace TitleWorkflow.Web.Pages.Shared.Parts;

/// <summary>
/// Every form that changes something: &lt;form method="post" zp-form="decide"&gt;. Adds the request key, the error
/// summary on top and, unless a zp-refusal inside takes it, the refusal. The name tells apart several forms on one
/// page.
/// </summary>
[HtmlTargetElement("form", Attributes = NameAttribute)]
public sealed class FormTagHelper(IStringLocalizer texts, IHtmlHelper html, IHtmlGenerator generator) : TagHelper
{
    private const string NameAttribute = "zp-form";

    [HtmlAttributeName(NameAttribute)]
    public string? Name { get; set; }

    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext View { get; set; } = null!;

    public override void Init(TagHelperContext context) =>
        context.Items[typeof(FormScope)] = new FormScope(View, string.IsNullOrEmpty(Name) ? "form" : Name);

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var scope = FormScope.Of(context)!;

        // The fields come first: they tell the summary their labels.
        var content = await output.GetChildContentAsync();

        output.Attributes.SetAttribute("novalidate", "");
        output.PreContent.AppendHtml(Hidden(FormScope.Field, scope.Name));
        if (LacksToken(context, content))
        {
            output.PreContent.AppendHtml(generator.GenerateAntiforgery(View));
        }

        output.PreContent.AppendHtml(Hidden(RequestKey.Field, Key(scope)));
        output.PreContent.AppendHtml(Summary(scope));

        if (scope is { Refusal: { } refusal, RefusalShown: false })
        {
            ((IViewContextAware)html).Contextualize(View);
            output.PreContent.AppendHtml(await html.PartialAsync("Parts/_Refusal", refusal));
        }
    }

    // The framework protects a form without an action of its own accord, but leaves one with an action to its author.
    private static bool LacksToken(TagHelperContext context, TagHelperContent content) =>
        context.AllAttributes.TryGetAttribute("action", out var action)
        && !string.IsNullOrEmpty(action.Value?.ToString())
        && !context.AllAttributes.ContainsName("asp-antiforgery")
        && !content.GetContent().Contains("__RequestVerificationToken", StringComparison.Ordinal);

    // A refused form keeps its key, so that the second click of a double click meets the first one's.
    private string Key(FormScope scope)
    {
        var sent = scope.IsAnswer ? (string?)View.HttpContext.Request.Form[RequestKey.Field] : null;

        return Guid.TryParse(sent, out var key) ? key.ToString("N") : Guid.CreateVersion7().ToString("N");
    }

    private IHtmlContent Summary(FormScope scope)
    {
        var errors = scope.Errors().ToList();
        if (errors.Count == 0)
        {
            return HtmlString.Empty;
        }

        // What is wrong with the form as a whole is said, not counted.
        if (errors is [{ Label: null } whole])
        {
            return Box(Markup.Element("b", "zp-tx-bad", whole.Message));
        }

        var list = Markup.Element("ul", "zp-errorlist zp-md");
        foreach (var error in errors)
        {
            var text = error.Label is null ? error.Message : texts["errors.of-field", error.Label, error.Message];
            list.InnerHtml.AppendHtml(Markup.Element("li").Containing(error.Id is null
                ? Markup.Element("span", text: text)
                : Markup.Element("a", text: text).With("href", "#" + error.Id)));
        }

        var title = texts["errors.summary", errors.Count];

        return Box(Markup.Element("b", "zp-tx-bad", title), list);
    }

    private static TagBuilder Box(params TagBuilder[] content) =>
        Markup.Element("div", "zp-errors").With("role", "alert").With("tabindex", "-1").With("data-focus", "").Containing(content);

    private static TagBuilder Hidden(string name, string value)
    {
        var input = Markup.Element("input").With("type", "hidden").With("name", name).With("value", value);
        input.TagRenderMode = TagRenderMode.SelfClosing;

        return input;
    }
}
