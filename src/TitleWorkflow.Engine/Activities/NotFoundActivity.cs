using TitleWorkflow.Engine.Execution;

namespace TitleWorkflow.Engine.Activities;

/// <summary>Stands where a document names a type nobody knows; it cannot execute.</summary>
[Activity("Elsa", "System", IsBrowsable = false)]
internal sealed class NotFoundActivity : Activity
{
    /// <summary>The type the document names.</summary>
    [Input(IsBrowsable = false)]
    public string? MissingTypeName { get; set; }

    /// <summary>The activity as the document has it; restored where the type has become known.</summary>
    [Input(IsBrowsable = false)]
    public string? OriginalActivityJson { get; set; }

    protected override void Execute(ActivityExecutionContext context) =>
        throw new InvalidOperationException($"No activity type '{MissingTypeName ?? Type}' is known.");
}
