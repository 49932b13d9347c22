using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TitleWorkflow.Persistence.Operation;

/// <summary>What a dead letter was to do.</summary>
public enum DeadLetterKind
{
    /// <summary>A flow was to go on at its time; the key is the waiting point's.</summary>
    Wait,

    /// <summary>A reminder was to be sent; the key is the reminder's.</summary>
    Reminder,

    /// <summary>A mail was to leave the house; the key is the mail's.</summary>
    Mail,

    /// <summary>A message was to reach a flow; the key is the message's.</summary>
    Message,

    /// <summary>A flow was to start at its time; the key is the trigger's.</summary>
    Start,

    /// <summary>Rows of a list of applicants were to become drafts; the key is the import's.</summary>
    Import,
}

/// <summary>
/// Work that failed so often that the clock no longer tries it. It stays until somebody replays it; meanwhile its row has no due
/// time, so that nothing else waits behind it.
/// </summary>
public sealed class DeadLetter
{
    /// <summary>Identity; ordered by time.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>What it was to do.</summary>
    public required DeadLetterKind Kind { get; init; }

    /// <summary>Key of the row that was to be done; one dead letter for each.</summary>
    public required string Key { get; init; }

    /// <summary>What it is about, for people: an instance, a text key, the name of an event.</summary>
    public required string Subject { get; init; }

    /// <summary>Attempts made.</summary>
    public required int Attempts { get; init; }

    /// <summary>Why the last one failed.</summary>
    public required string Error { get; init; }

    /// <summary>When it was given up.</summary>
    public required DateTimeOffset At { get; init; }
}

internal sealed class DeadLetterMap : IEntityTypeConfiguration<DeadLetter>
{
    public void Configure(EntityTypeBuilder<DeadLetter> builder)
    {
        builder.ToTable("DeadLetters").HasKey(l => l.Id);
        builder.Property(l => l.Id).ValueGeneratedNever();
        builder.HasIndex(l => new { l.Kind, l.Key }).IsUnique();
    }
}
