using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TitleWorkflow.Domain.Assessments.Defences;
using TitleWorkflow.Persistence.Conventions;

namespace TitleWorkflow.Persistence.Assessments;

internal sealed class DefenceScheduleMap : IEntityTypeConfiguration<DefenceSchedule>
{
    public void Configure(EntityTypeBuilder<DefenceSchedule> builder)
    {
        builder.ToTable("DefenceSchedules").HasKey(s => s.Id);
        builder.Property(s => s.Day).HasJson();
        builder.HasIndex(s => s.Committee);
        builder.HasIndex(s => s.HeldOn);
    }
}

internal sealed class OralDefenceMap : IEntityTypeConfiguration<OralDefence>
{
    public void Configure(EntityTypeBuilder<OralDefence> builder)
    {
        builder.ToTable("OralDefences").HasKey(d => d.Id);
        builder.HasIndex(d => d.Schedule);

        // Whoever lays out the same dossier twice at the same instant: one of them loses.
        builder.HasIndex(d => d.Declaration).IsUnique().HasFilter("\"Outcome\" = 'Awaited'");
    }
}
