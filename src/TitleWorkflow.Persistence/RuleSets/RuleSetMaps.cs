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
        builder.Property(r => r.Values).HasJson();
    }
}
