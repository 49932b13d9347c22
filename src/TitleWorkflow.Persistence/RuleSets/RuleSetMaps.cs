using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TitleWorkflow.Domain.RuleSets;
using TitleWorkflow.Persistence.Conventions;

namespace TitleWorkflow.Persistence.RuleSets;

internal sealed class RuleSetMap : IEntityTypeConfiguration<RuleSet>
{
    public void Configure(EntityTypeBuilder<RuleSet> builder)
    {
        builder.ToTable("RuleSets").HasKey(r => r.Id);
        builder.Property(r => r.Region).HasMaxLength(40);
        builder.Property(r => r.Content).HasJson();

        // Two drafts begun at the same instant take the same number: one of them is told that there is one already.
        builder.HasIndex(r => new { r.Region, r.Year, r.Channel, r.Number }).IsUnique();
    }
}
