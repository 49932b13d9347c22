namespace TitleWorkflow.Domain.WorkItems;

/// <summary>A work item was done; its flow goes on along <paramref name="Outcome"/>.</summary>
public sealed record WorkItemCompleted(
    WorkItemId WorkItem, string Outcome, string? Comment, IReadOnlyDictionary<string, string> Values) : IDomainEvent;

/// <summary>A work item was taken from whoever had it; its flow goes on from there.</summary>
public sealed record WorkItemWithdrawn(WorkItemId WorkItem) : IDomainEvent;
