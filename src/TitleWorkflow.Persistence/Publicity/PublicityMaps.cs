using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TitleWorkflow.Domain.Publicity;
using TitleWorkflow.Persistence.Conventions;

namespace TitleWorkflow.Persistence.Publicity;

internal sealed class PublicityNoticeMap : IEntityTypeConfiguration<PublicityNotice>
{
    public void Configure(EntityTypeBuilder<PublicityNotice> builder)
    {
        builder.ToTable("PublicityNotices").HasKey(n => n.Id);
        builder.Property(n => n.Entry).HasJson();
        builder.Property(n => n.Days).HasJson();
        builder.Ignore(n => n.EndsAt);
        builder.HasIndex(n => n.Declaration);
        builder.HasIndex(n => new { n.Kind, n.Status, n.LastDay });
    }
}

internal sealed class PublicityObjectionMap : IEntityTypeConfiguration<PublicityObjection>
{
    public void Configure(EntityTypeBuilder<PublicityObjection> builder)
    {
        builder.ToTable("PublicityObjections").HasKey(o => o.Id);
        builder.HasIndex(o => o.Number).IsUnique();
        builder.HasIndex(o => o.Declaration);
        builder.HasIndex(o => o.Task);
        builder.HasIndex(o => new { o.Investigator, o.InvestigatorRole });
    }
}
