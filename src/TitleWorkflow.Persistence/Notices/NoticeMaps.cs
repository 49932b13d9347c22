using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TitleWorkflow.Domain.Notices;
using TitleWorkflow.Persistence.Conventions;

namespace TitleWorkflow.Persistence.Notices;

internal sealed class NoticeMap : IEntityTypeConfiguration<Notice>
{
    public void Configure(EntityTypeBuilder<Notice> builder)
    {
        builder.ToTable("Notices").HasKey(n => n.Id);
        builder.Property(n => n.Id).ValueGeneratedNever();
        builder.Property(n => n.Values).HasJson();
        builder.HasIndex(n => new { n.Person, n.Id });
    }
}

internal sealed class OutboxMap : IEntityTypeConfiguration<OutboxMail>
{
    public void Configure(EntityTypeBuilder<OutboxMail> builder)
    {
        builder.ToTable("Outbox").HasKey(m => m.Id);
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.Values).HasJson();
        builder.HasIndex(m => new { m.DueAt, m.Id }).HasFilter("\"SentAt\" IS NULL");
    }
}
