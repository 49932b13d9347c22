using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TitleWorkflow.Domain.Committees;
using TitleWorkflow.Persistence.Conventions;

namespace TitleWorkflow.Persistence.Committees;

internal sealed class CommitteeMap : IEntityTypeConfiguration<ReviewCommittee>
{
    public void Configure(EntityTypeBuilder<ReviewCommittee> builder)
    {
        builder.ToTable("Committees").HasKey(c => c.Id);
        builder.Property(c => c.Authorization).HasJson();
        builder.Property(c => c.Earlier).HasJson();
        builder.Property(c => c.Seats).HasJson();
        builder.Ignore(c => c.Members).Ignore(c => c.Size);
        builder.HasIndex(c => c.OrganisingUnit);
    }
}
