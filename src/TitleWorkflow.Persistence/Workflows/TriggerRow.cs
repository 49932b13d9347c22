using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TitleWorkflow.Persistence.Workflows;

/// <summary>A stimulus that starts new instances of a flow's version in force.</summary>
public sealed class TriggerRow
{
    /// <summary>Identity.</summary>
    public required Guid Id { get; init; }

    /// <summary>The flow.</summary>
    public required string DefinitionId { get; init; }

    /// <summary>Its version in force.</summary>
    public required string VersionId { get; set; }

    /// <summary>The step an instance begins at.</summary>
    public required string ActivityId { get; init; }

    /// <summary>Stimulus name.</summary>
    public required string Name { get; init; }

    /// <summary>Stimulus hash.</summary>
    public required string Hash { get; init; }

    /// <summary>The stimulus as JSON; null if there is none.</summary>
    public string? Payload { get; init; }

    /// <summary>When the clock sends it next; null if it never does again, or it is given up.</summary>
    public DateTimeOffset? DueAt { get; set; }
}

internal sealed class TriggerMap : IEntityTypeConfiguration<TriggerRow>
{
    public void Configure(EntityTypeBuilder<TriggerRow> builder)
    {
        builder.ToTable("WorkflowTriggers").HasKey(t => t.Id);
        builder.Property(t => t.Id).ValueGeneratedNever();

        // Whoever starts by the clock finds the moment still ahead of everybody: of two nodes, one.
        builder.Property(t => t.DueAt).IsConcurrencyToken();
        builder.HasIndex(t => t.Hash);
        builder.HasIndex(t => t.DefinitionId);
        builder.HasIndex(t => new { t.DueAt, t.Id }).HasFilter("\"DueAt\" IS NOT NULL");
    }
}
