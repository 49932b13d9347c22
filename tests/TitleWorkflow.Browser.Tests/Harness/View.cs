using Microsoft.Playwright;
using TitleWorkflow.Web.Pages.Shared.Parts;

namespace TitleWorkflow.Browser.Tests.Harness;

/// <summary>Something a person looks at: a page, perhaps after a form on it was sent as it cannot be accepted.</summary>
/// <param name="User">Who looks; null for the public.</param>
/// <param name="Path">Address, naming ids as <see cref="City"/> knows them.</param>
/// <param name="Act">What is done on the page before one looks; null for the page as it comes.</param>
internal sealed record View(string? User, string Path, Func<IPage, City, Task>? Act = null)
{
    private const string Sending = """
        ([selector, address, values]) => {
          const form = document.querySelector(selector);
          for (const [name, value] of values) {
            let inputs = [...form.elements].filter(e => e.name === name);
            if (!inputs.length) { inputs = [Object.assign(document.createElement('input'), { type: 'hidden', name })]; form.append(inputs[0]); }
            for (const input of inputs) {
              if (input.type === 'radio' || input.type === 'checkbox') input.checked = input.value === value;
              else input.value = value;
            }
          }
          if (address) form.action = address;
          for (const button of form.querySelectorAll(':disabled')) button.disabled = false;
          form.noValidate = true;
          form.requestSubmit(form.querySelector('button:not([type=button]):not([formaction])'));
        }
        """;

    /// <summary>Addresses that are not fetched, so that what comes before them stays to be looked at; null for none.</summary>
    public string? Without { get; init; }

    /// <summary>How the README shows it; null for most.</summary>
    public Picture? Picture { get; init; }

    /// <summary>What tells a person that what they sent was not accepted.</summary>
    private const string Complaint = "main :is(.zp-errors, .zp-refusal, .zp-error)";

    /// <summary>The same page after one of its forms was sent and refused.</summary>
    /// <param name="form">The form's name.</param>
    /// <param name="values">What is typed in it, by field.</param>
    public View Refused(string form, params (string Field, string Value)[] values) => RefusedAt(form, null, values);

    /// <summary>
    /// The same after what the form stood for had changed meanwhile: it is sent to another address than it has.
    /// </summary>
    public View RefusedAt(string form, string? address, params (string Field, string Value)[] values) => this with
    {
        Act = async (page, city) =>
        {
            var selector = form.Length == 0 ? "main form[method=post]" : $"form:has(> input[name={FormScope.Field}][value='{form}'])";
            string[][] typed = [.. values.Select(v => new[] { v.Field, city.Place(v.Value) })];
            await page.EvaluateAsync(Sending, new object?[] { selector, address is null ? null : city.Place(address), typed });
            await page.Locator(Complaint).First.WaitForAsync();
        },
    };

    /// <summary>The same after a file was chosen that is none of those accepted.</summary>
    public View RefusedFile(string form) => this with
    {
        Act = async (page, _) =>
        {
            var file = new FilePayload { Name = "证明.docx", MimeType = "application/octet-stream", Buffer = Web.Tests.Roads.Papers.Docx };
            await page.Locator($"form:has(> input[name={FormScope.Field}][value='{form}']) input[type=file]").SetInputFilesAsync(file);
            await page.Locator(Complaint).First.WaitForAsync();
        },
    };

    public override string ToString() => $"{Path}{(Act is null ? "" : " (acted on)")} as {User ?? "anybody"}";
}
