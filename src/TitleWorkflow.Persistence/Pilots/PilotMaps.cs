using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TitleWorkflow.Domain.Pilots;
using TitleWorkflow.Persistence.Conventions;

namespace TitleWorkflow.Persistence.Pilots;

internal sealed class PilotApplicationMap : IEntityTypeConfiguration<PilotApplication>
{
    public void Configure(EntityTypeBuilder<PilotApplication> builder)
    {
        builder.ToTable("PilotApplications").HasKey(a => a.Id);
        builder.Property(a => a.Scope).HasJson();
        builder.Property(a => a.Authorization).HasJson();
        builder.Property(a => a.History).HasJson();
        builder.HasIndex(a => a.Number).IsUnique();
        builder.HasIndex(a => a.Unit);
        builder.HasIndex(a => a.Committee);

        // One open application of a unit for a specialty, and one renewal of each authorisation, whoever is faster.
        builder.HasIndex(a => a.OpenFor).IsUnique();
        builder.HasIndex(a => a.Renews).IsUnique();
    }
}

internal sealed class PilotReportMap : IEntityTypeConfiguration<PilotReport>
{
    public void Configure(EntityTypeBuilder<PilotReport> builder)
    {
        builder.ToTable("PilotReports").HasKey(r => new { r.Committee, r.Year });
        builder.Property(r => r.Figures).HasJson();
    }
}
