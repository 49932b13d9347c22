using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TitleWorkflow.Domain.Enterprises;

namespace TitleWorkflow.Persistence.Enterprises;

internal sealed class EnterpriseHonorMap : IEntityTypeConfiguration<EnterpriseHonor>
{
    public void Configure(EntityTypeBuilder<EnterpriseHonor> builder)
    {
        builder.ToTable("EnterpriseHonors").HasKey(h => h.Id);
        builder.HasIndex(h => h.Enterprise);
    }
}
