using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.WorkItems;

namespace TitleWorkflow.Persistence.WorkItems;

/// <summary>A reminder of a work item's last day; sent when due if the item is still open.</summary>
public sealed class Reminder
{
    /// <summary>Identity.</summary>
    public required Guid Id { get; init; }

    /// <summary>What it reminds of.</summary>
    public required WorkItemId WorkItem { get; init; }

    /// <summary>When it is due; null once it is given up.</summary>
    public required DateTimeOffset? DueAt { get; set; }

    /// <summary>The role that is told instead of whoever has it, because its last day passed; null for a reminder.</summary>
    public Role? Role { get; init; }

    /// <summary>Where that role is held; null for a reminder.</summary>
    public OrganisationId? Organisation { get; init; }

    /// <summary>When it was sent, or found needless; null while it waits.</summary>
    public DateTimeOffset? DoneAt { get; set; }
}
