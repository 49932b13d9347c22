using Microsoft.AspNetCore.Mvc.ModelBinding;
using TitleWorkflow.Domain.WorkItems;

namespace TitleWorkflow.Web.WorkItems;

/// <summary>What is typed into fields that lines describe: those of a step, those of a questionnaire.</summary>
public class FieldsInput
{
    public List<FieldInput> Fields { get; set; } = [];

    /// <summary>The fields the page draws.</summary>
    [BindNever]
    public IReadOnlyList<TaskField> Asked { get; private set; } = [];

    /// <summary>What was typed, by label.</summary>
    public Dictionary<string, string> Values() => Fields.Where(f => f is { Label: not null, Value: not null })
        .DistinctBy(f => f.Label).ToDictionary(f => f.Label!, f => f.Value!);

    /// <summary>Lays out the fields with what is known on a first visit; afterwards keeps what was typed.</summary>
    public void Ask(IReadOnlyList<TaskField> fields, IReadOnlyDictionary<string, string>? known = null)
    {
        var typed = Fields.Count > 0 ? Values() : known;
        Asked = fields;
        Fields = [.. fields.Select(f => new FieldInput { Label = f.Label, Value = typed?.GetValueOrDefault(f.Label) })];
    }

    /// <summary>One field.</summary>
    public sealed class FieldInput
    {
        public string? Label { get; set; }

        public string? Value { get; set; }
    }
}
