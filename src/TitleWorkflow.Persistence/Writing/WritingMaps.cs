using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TitleWorkflow.Persistence.Auditing;
using TitleWorkflow.Persistence.Operation;

namespace TitleWorkflow.Persistence.Writing;

internal sealed class AnswerMap : IEntityTypeConfiguration<IdempotentAnswer>
{
    public void Configure(EntityTypeBuilder<IdempotentAnswer> builder) => builder.ToTable("Answers").HasKey(a => a.Key);
}

internal sealed class NumberSeriesMap : IEntityTypeConfiguration<NumberSeries>
{
    public void Configure(EntityTypeBuilder<NumberSeries> builder)
    {
        builder.ToTable("NumberSeries").HasKey(n => n.Key);
        builder.Property(n => n.Version).IsConcurrencyToken();
    }
}

internal sealed class AuditMap : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("Audit").HasKey(a => a.Sequence);
        builder.Property(a => a.Sequence).ValueGeneratedNever();
        builder.HasIndex(a => a.Subject);
    }
}

internal sealed class AuditHeadMap : IEntityTypeConfiguration<AuditHead>
{
    public void Configure(EntityTypeBuilder<AuditHead> builder)
    {
        builder.ToTable("AuditHeads").HasKey(h => h.Id);
        builder.Property(h => h.Id).ValueGeneratedNever();
        builder.HasData(new AuditHead());
    }
}

internal sealed class SettingMap : IEntityTypeConfiguration<Setting>
{
    public void Configure(EntityTypeBuilder<Setting> builder)
    {
        builder.ToTable("Settings").HasKey(s => s.Key);

        // What a new value rests on is the old one: of two nodes that move the clock at once, one starts again.
        builder.Property(s => s.Value).IsConcurrencyToken();
    }
}

internal sealed class ProtectionKeyMap : IEntityTypeConfiguration<ProtectionKey>
{
    public void Configure(EntityTypeBuilder<ProtectionKey> builder) => builder.ToTable("ProtectionKeys").HasKey(k => k.Name);
}
