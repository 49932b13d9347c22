using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TitleWorkflow.Domain.Instances;

namespace TitleWorkflow.Persistence.Instances;

internal sealed class InterventionMap : IEntityTypeConfiguration<Intervention>
{
    public void Configure(EntityTypeBuilder<Intervention> builder)
    {
        builder.ToTable("Interventions").HasKey(i => i.Id);
        builder.HasIndex(i => i.InstanceId);
        builder.HasIndex(i => new { i.Status, i.Id });

        // One request per flow waits, also when two administrators ask at the same instant.
        builder.HasIndex(i => i.PendingOn).IsUnique();
    }
}
