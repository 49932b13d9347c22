using TitleWorkflow.Domain.Instances;

namespace TitleWorkflow.Application.Workflows;

/// <summary>
/// Says what a step of ours stands for in the regulation. A step that does not say counts as an official record, which nobody
/// skips.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class StatutoryAttribute(StatutoryAct act) : Attribute
{
    /// <summary>The act.</summary>
    public StatutoryAct Act { get; } = act;
}
