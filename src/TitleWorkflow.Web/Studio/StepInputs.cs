using System.Collections;
using System.Text.Json;
using TitleWorkflow.Application.Declarations.Activities;
using TitleWorkflow.Application.Notices.Activities;
using TitleWorkflow.Application.Publicity.Activities;
using TitleWorkflow.Application.Workflows.Drafts;
using TitleWorkflow.Application.WorkItems.Activities;
using TitleWorkflow.Engine.Activities;

namespace TitleWorkflow.Web.Studio;

/// <summary>Describes what a step needs: its editor, its default, and what can be chosen.</summary>
internal sealed class StepInputs(StudioWords words)
{
    private const string Dropdown = "dropdown";
    private const string Outcomes = "dynamic-outcomes";

    public object Describe(ActivityDescriptor step, InputDescriptor input, ListStepChoices.Result choices)
    {
        var options = Options(step, input, choices);
        var hint = options.Length > 0 ? Dropdown : input.UIHint;
        return new
        {
            input.Name,
            input.TypeName,
            DisplayName = words.Input(input),
            Description = input.Description ?? "",
            input.Order,
            input.IsBrowsable,
            input.IsSynthetic,
            input.IsWrapped,
            UiHint = hint,
            input.Category,
            DefaultValue = Default(input.DefaultValue),
            input.DefaultSyntax,
            IsReadOnly = false,
            input.IsSensitive,
            IsSerializable = true,
            StorageDriverType = (string?)null,
            UiSpecifications = Specifications(step, hint, options),
        };
    }

    private KeyValuePair<string, string>[] Options(
        ActivityDescriptor step, InputDescriptor input, ListStepChoices.Result choices) => (step.ClrType.Name, input.Name) switch
        {
            (nameof(HumanTask), nameof(HumanTask.Role)) => Named("shell.role.", choices.Roles),
            (nameof(HumanTask), nameof(HumanTask.Scope)) => Named("designer.scope.", choices.Scopes),
            (nameof(HumanTask), nameof(HumanTask.Form)) => Named("designer.form.", choices.Forms),
            (nameof(HumanTask), nameof(HumanTask.Stage)) => Named("declarations.stage.", choices.Stages),
            (nameof(HumanTask), nameof(HumanTask.Status)) =>
                [KeyValuePair.Create("", words.Choice("designer.", "unchanged")), .. Named("status.", choices.Statuses)],
            (nameof(HumanTask), nameof(HumanTask.EscalateTo)) =>
                [KeyValuePair.Create("", words.Choice("designer.", "nobody")), .. Named("shell.role.", choices.Roles)],
            (nameof(HumanTask), nameof(HumanTask.EscalateScope)) =>
                [KeyValuePair.Create("", words.Choice("designer.", "same-office")), .. Named("designer.scope.", choices.Scopes)],
            (nameof(SendNotice), nameof(SendNotice.Role)) => Named("shell.role.", choices.Roles),
            (nameof(SendNotice), nameof(SendNotice.Scope)) => Named("designer.scope.", choices.Scopes),
            (nameof(SetStage), nameof(SetStage.Stage)) => Named("declarations.stage.", choices.Stages),
            (nameof(AwaitPublicity), nameof(AwaitPublicity.Kind)) => Named("designer.publicity.", choices.Publicities),
            _ => [.. input.Options.Select(o => KeyValuePair.Create(o.Key, words.Choice("designer.option.", o.Value)))],
        };

    private KeyValuePair<string, string>[] Named<T>(string family, IEnumerable<T> values) =>
        [.. values.Select(value => KeyValuePair.Create($"{value}", words.Choice(family, $"{value}")))];

    // Lists are kept as JSON text in documents, so their defaults are shown as such.
    private static object? Default(object? value) => value switch
    {
        null or string => value,
        Enum choice => choice.ToString(),
        TimeSpan span => span.ToString(),
        IEnumerable items => JsonSerializer.Serialize(items),
        _ => value,
    };

    private static Dictionary<string, object>? Specifications(
        ActivityDescriptor step, string hint, IReadOnlyList<KeyValuePair<string, string>> options) => hint switch
        {
            Dropdown => new()
            {
                [Dropdown] = new
                {
                    SelectList = new
                    {
                        Items = options.Select(o => new { Text = o.Value, Value = o.Key }),
                        IsFlagsEnum = false,
                        SortItems = false,
                    },
                },
            },
            Outcomes when step.Outcomes.Count > 0 => new() { ["DynamicOutcomesOptions"] = new { FixedOutcomes = step.Outcomes } },
            "code-editor" => new() { [hint] = new { Language = "javascript", EditorHeight = 1, SingleLineMode = false } },
            _ => null,
        };
}
