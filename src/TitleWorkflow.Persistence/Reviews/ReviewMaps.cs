using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TitleWorkflow.Domain.Reviews;
using TitleWorkflow.Persistence.Conventions;

namespace TitleWorkflow.Persistence.Reviews;

internal sealed class SupplementNoticeMap : IEntityTypeConfiguration<SupplementNotice>
{
    public void Configure(EntityTypeBuilder<SupplementNotice> builder)
    {
        builder.ToTable("SupplementNotices").HasKey(n => n.Id);
        builder.Property(n => n.Items).HasJson();
        builder.HasIndex(n => n.Declaration).IsUnique();
    }
}
