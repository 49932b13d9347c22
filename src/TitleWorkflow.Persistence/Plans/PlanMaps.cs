using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TitleWorkflow.Domain.Plans;
using TitleWorkflow.Persistence.Conventions;

namespace TitleWorkflow.Persistence.Plans;

internal sealed class PlanProposalMap : IEntityTypeConfiguration<PlanProposal>
{
    public void Configure(EntityTypeBuilder<PlanProposal> builder)
    {
        builder.ToTable("PlanProposals").HasKey(p => p.Id);
        builder.Property(p => p.Terms).HasJson();
        builder.Property(p => p.InForce).HasJson();
        builder.HasIndex(p => p.Plan).IsUnique();

        // One plan of a committee a year for a level, even when two are proposed at the same instant.
        builder.HasIndex(p => new { p.Committee, p.Year, p.Channel, p.Level }).IsUnique();
    }
}
