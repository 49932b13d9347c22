using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Persistence.Conventions;

namespace TitleWorkflow.Persistence.Declarations;

internal sealed class DeclarationMap : IEntityTypeConfiguration<Declaration>
{
    public void Configure(EntityTypeBuilder<Declaration> builder)
    {
        builder.ToTable("Declarations").HasKey(d => d.Id);
        builder.Property(d => d.Dossier).HasJson();
        builder.Property(d => d.ReturnedSections).HasJson();
        builder.Property(d => d.Earlier).HasJson();
        builder.Property(d => d.StageEnteredAt).HasJson();
        builder.Property(d => d.Commitment).HasJson();
        builder.HasMany(d => d.Evidence).WithOne().HasForeignKey(e => e.Declaration).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(d => d.History).WithOne().HasForeignKey(h => h.Declaration).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(d => d.Number).IsUnique();
        builder.HasIndex(d => d.Employer);
        builder.HasIndex(d => new { d.Committee, d.Status });

        // One live declaration per person, year and level holds even when two browsers start at the same instant.
        builder.HasIndex(d => new { d.Applicant, d.Year, d.Level }).IsUnique().HasFilter("\"IsLive\"");
    }
}

internal sealed class EvidenceMap : IEntityTypeConfiguration<Evidence>
{
    public void Configure(EntityTypeBuilder<Evidence> builder)
    {
        builder.ToTable("Evidence").HasKey(e => e.Id);
        builder.Property(e => e.Id).ValueGeneratedNever();
    }
}

internal sealed class HistoryMap : IEntityTypeConfiguration<HistoryEntry>
{
    public void Configure(EntityTypeBuilder<HistoryEntry> builder)
    {
        builder.ToTable("History").HasKey(h => h.Id);

        // Ids are made by the entity; without this, EF would take an added line of a loaded case for a stored one.
        builder.Property(h => h.Id).ValueGeneratedNever();
    }
}

internal sealed class PlanMap : IEntityTypeConfiguration<AnnualPlan>
{
    public void Configure(EntityTypeBuilder<AnnualPlan> builder)
    {
        builder.ToTable("Plans").HasKey(p => p.Id);
        builder.Property(p => p.Form).HasJson();
        builder.Property(p => p.Standard).HasJson();
        builder.Property(p => p.StandardDraft).HasJson();
    }
}
