using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TitleWorkflow.Persistence.Conventions;

namespace TitleWorkflow.Persistence.Workflows;

internal sealed class WorkflowVersionMap : IEntityTypeConfiguration<WorkflowVersion>
{
    public void Configure(EntityTypeBuilder<WorkflowVersion> builder)
    {
        builder.ToTable("WorkflowVersions").HasKey(v => v.Id);
        builder.Property(v => v.Revision).IsConcurrencyToken();
        builder.HasIndex(v => new { v.DefinitionId, v.Version }).IsUnique();
        builder.HasIndex(v => new { v.DefinitionId, v.ContentHash });
    }
}

internal sealed class FlowDraftMap : IEntityTypeConfiguration<FlowDraft>
{
    public void Configure(EntityTypeBuilder<FlowDraft> builder)
    {
        builder.ToTable("FlowDrafts").HasKey(d => new { d.DefinitionId, d.Revision });

        // Who saves and who submits the same draft at once: one of them is told.
        builder.Property(d => d.IsOpen).IsConcurrencyToken();
        builder.HasIndex(d => d.DefinitionId).HasFilter("\"IsOpen\"").HasDatabaseName("IX_FlowDrafts_Open");
    }
}

internal sealed class InstanceMap : IEntityTypeConfiguration<InstanceRow>
{
    public void Configure(EntityTypeBuilder<InstanceRow> builder)
    {
        builder.ToTable("WorkflowInstances").HasKey(i => i.Id);
        builder.Property(i => i.Revision).IsConcurrencyToken();
        builder.HasIndex(i => i.CorrelationId);
        builder.HasIndex(i => i.VersionId);
        builder.HasIndex(i => i.ActivationKey).IsUnique();

        // What operators look for: the latest first, by flow, by number, by case; what is in trouble stands apart.
        builder.HasIndex(i => new { i.CreatedAt, i.Id });
        builder.HasIndex(i => new { i.DefinitionId, i.CreatedAt, i.Id });
        builder.HasIndex(i => i.Name);
        builder.HasIndex(i => i.Declaration);
        builder.HasIndex(i => new { i.Trouble, i.CreatedAt, i.Id }).HasFilter("\"Trouble\" IS NOT NULL");
    }
}

internal sealed class BookmarkMap : IEntityTypeConfiguration<BookmarkRow>
{
    public void Configure(EntityTypeBuilder<BookmarkRow> builder)
    {
        builder.ToTable("WorkflowBookmarks").HasKey(b => b.Id);
        builder.HasIndex(b => b.Hash);
        builder.HasIndex(b => b.InstanceId);
        builder.HasIndex(b => new { b.DueAt, b.Id }).HasFilter("\"DueAt\" IS NOT NULL");
    }
}

internal sealed class JournalMap : IEntityTypeConfiguration<JournalRow>
{
    public void Configure(EntityTypeBuilder<JournalRow> builder)
    {
        builder.ToTable("WorkflowJournal").HasKey(j => new { j.InstanceId, j.Sequence });
        builder.Property(j => j.Outcomes).HasJson();
    }
}
