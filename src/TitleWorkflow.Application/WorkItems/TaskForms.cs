namespace TitleWorkflow.Application.WorkItems;

/// <summary>What the names of forms in flow documents mean to the inbox.</summary>
public static class TaskForms
{
    /// <summary>A step that only records who chose what; also stands in for names nobody has built.</summary>
    public const string General = "general";

    /// <summary>Steps that end by an act of their own: submitting, handing in a supplement, signing.</summary>
    public static IReadOnlySet<string> EndByOwnAct { get; } =
        new HashSet<string> { "declaration", "correction", "supplement", "signature", "nomination" };

    /// <summary>The form of that name; a designer may name one nobody has built: the step then records who chose what.</summary>
    internal static ITaskForm Named(this IEnumerable<ITaskForm> forms, string name) =>
        forms.SingleOrDefault(f => f.Names.Contains(name)) ?? forms.Single(f => f.Names.Contains(General));

    /// <summary>History's words for a step of a designer's own: its name, what was chosen among several, what was filled in, the opinion.</summary>
    internal static string Note(TaskAnswer task)
    {
        var step = task.Item.Outcomes.Count > 1 ? $"{task.Item.Title}（{task.Answer.Outcome}）" : task.Item.Title;
        return Said(task) is { } said ? $"{step}：{said}" : step;
    }

    /// <summary>What was filled into the step's fields, and the opinion; null if neither.</summary>
    internal static string? Said(TaskAnswer task) =>
        Line([FilledIn(task), string.IsNullOrWhiteSpace(task.Answer.Comment) ? null : task.Answer.Comment.Trim()]);

    /// <summary>What was filled into the step's fields; null if nothing.</summary>
    internal static string? FilledIn(TaskAnswer task) => Line(task.Item.Fields
        .Where(f => !string.IsNullOrWhiteSpace(task.Answer.Values?.GetValueOrDefault(f.Label)))
        .Select(f => $"{f.Label} {task.Answer.Values![f.Label].Trim()}"));

    private static string? Line(IEnumerable<string?> parts) =>
        string.Join("；", parts.OfType<string>()) is { Length: > 0 } line ? line : null;
}
