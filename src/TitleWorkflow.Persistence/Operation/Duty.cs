using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TitleWorkflow.Persistence.Operation;

/// <summary>Which node does what happens by itself, and until when it need not be relieved.</summary>
public sealed class Duty
{
    /// <summary>Always 1: there is one duty.</summary>
    public int Id { get; init; } = 1;

    /// <summary>The node on duty.</summary>
    public required string Node { get; set; }

    /// <summary>End of its term, by the database's clock.</summary>
    public required DateTimeOffset Until { get; set; }
}

internal sealed class DutyMap : IEntityTypeConfiguration<Duty>
{
    public void Configure(EntityTypeBuilder<Duty> builder)
    {
        builder.ToTable("Duties").HasKey(d => d.Id);
        builder.Property(d => d.Id).ValueGeneratedNever();
    }
}
