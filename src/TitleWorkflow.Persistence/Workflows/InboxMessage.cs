using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TitleWorkflow.Persistence.Workflows;

/// <summary>A message for flows, kept from the moment it was acknowledged until it has reached one.</summary>
public sealed class InboxMessage
{
    /// <summary>Identity.</summary>
    public required Guid Id { get; init; }

    /// <summary>Name of the event flows wait for.</summary>
    public required string Event { get; init; }

    /// <summary>Only flows with this correlation id hear it; null for all.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>What comes with it, as JSON; null if nothing.</summary>
    public string? Payload { get; init; }

    /// <summary>Who sent it.</summary>
    public required string By { get; init; }

    /// <summary>When it was acknowledged.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Earliest next attempt; null once it is delivered, or given up.</summary>
    public DateTimeOffset? DueAt { get; set; }

    /// <summary>Attempts that found nobody waiting.</summary>
    public int Attempts { get; set; }

    /// <summary>When it reached a flow; null before.</summary>
    public DateTimeOffset? DeliveredAt { get; set; }
}

internal sealed class InboxMessageMap : IEntityTypeConfiguration<InboxMessage>
{
    public void Configure(EntityTypeBuilder<InboxMessage> builder)
    {
        builder.ToTable("InboxMessages").HasKey(m => m.Id);
        builder.Property(m => m.Id).ValueGeneratedNever();

        // Whoever delivers it finds it undelivered: of two nodes, one.
        builder.Property(m => m.DeliveredAt).IsConcurrencyToken();
        builder.HasIndex(m => new { m.DueAt, m.Id });
    }
}
