using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TitleWorkflow.Domain.Channels;
using TitleWorkflow.Persistence.Conventions;

namespace TitleWorkflow.Persistence.Channels;

internal sealed class ManualDecisionMap : IEntityTypeConfiguration<ManualDecision>
{
    public void Configure(EntityTypeBuilder<ManualDecision> builder)
    {
        builder.ToTable("ManualDecisions").HasKey(d => d.Id);
        builder.Property(d => d.Facts).HasJson();
        builder.HasIndex(d => new { d.Person, d.Year, d.Channel, d.Series, d.Level }).IsUnique();
        builder.HasIndex(d => d.Office);
    }
}
