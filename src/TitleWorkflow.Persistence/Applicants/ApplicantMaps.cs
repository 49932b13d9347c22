using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TitleWorkflow.Domain.Applicants;
using TitleWorkflow.Persistence.Conventions;

namespace TitleWorkflow.Persistence.Applicants;

internal sealed class ApplicantImportMap : IEntityTypeConfiguration<ApplicantImport>
{
    public void Configure(EntityTypeBuilder<ApplicantImport> builder)
    {
        builder.ToTable("ApplicantImports").HasKey(i => i.Id);
        builder.Property(i => i.Headings).HasJson();
        builder.HasIndex(i => i.Office);
        builder.HasIndex(i => i.DueAt);
    }
}

internal sealed class ImportRowMap : IEntityTypeConfiguration<ImportRow>
{
    public void Configure(EntityTypeBuilder<ImportRow> builder)
    {
        builder.ToTable("ApplicantImportRows").HasKey(r => new { r.Import, r.Number });
        builder.Property(r => r.Number).ValueGeneratedNever();
        builder.Property(r => r.Cells).HasJson();
        builder.Property(r => r.Faults).HasJson();
        builder.HasOne<ApplicantImport>().WithMany().HasForeignKey(r => r.Import).OnDelete(DeleteBehavior.Restrict);

        // What is still to do is found without passing over what is done.
        builder.HasIndex(r => new { r.Import, r.Number }, "IX_ApplicantImportRows_Open").HasFilter("NOT \"IsDone\"");
    }
}
