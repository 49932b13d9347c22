using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using TitleWorkflow.Web.Problems;

namespace TitleWorkflow.Web.Pages.Shared.Parts;

/// <summary>What a form and the parts inside it tell each other while the page is drawn.</summary>
internal sealed class FormScope(ViewContext view, string name)
{
    public const string Field = "_form";

    private readonly OrderedDictionary<string, (string Id, string Label)> fields =
        new(StringComparer.OrdinalIgnoreCase);

    public string Name { get; } = name;

    /// <summary>True if it is this form whose POST is being answered.</summary>
    public bool IsAnswer { get; } = IsAnswered(view.HttpContext.Request, name);

    /// <summary>Why the form's act was refused; null if it was not.</summary>
    public Refusal? Refusal => IsAnswer ? view.ViewData[nameof(Problems.Refusal)] as Refusal : null;

    /// <summary>True once a part inside the form has shown the refusal.</summary>
    public bool RefusalShown { get; set; }

    /// <summary>True if a POST of this form is being answered.</summary>
    public static bool IsAnswered(HttpRequest request, string name) => request.HasFormContentType && request.Form[Field] == name;

    public static FormScope? Of(TagHelperContext context) =>
        context.Items.TryGetValue(typeof(FormScope), out var scope) ? (FormScope)scope : null;

    public void Add(string field, string id, string label) => fields[field] = (id, label);

    /// <summary>
    /// The errors of this form: those of its fields in their order, then, if it was sent, those of no field.
    /// </summary>
    public IEnumerable<FormError> Errors() =>
        from entry in view.ViewData.ModelState
        let place = fields.IndexOf(entry.Key)
        where place >= 0 || IsAnswer
        orderby place < 0, place
        let known = place < 0 ? default : fields.GetAt(place).Value
        from error in entry.Value!.Errors
        select new FormError(known.Id, known.Label, error.ErrorMessage);
}

/// <summary>One line of the error summary; without an id it belongs to the form as a whole.</summary>
internal sealed record FormError(string? Id, string? Label, string Message);
