using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TitleWorkflow.Domain.Experts;
using TitleWorkflow.Persistence.Conventions;

namespace TitleWorkflow.Persistence.Experts;

internal sealed class ExpertMap : IEntityTypeConfiguration<Expert>
{
    public void Configure(EntityTypeBuilder<Expert> builder)
    {
        builder.ToTable("Experts").HasKey(e => e.Person);
        builder.Property(e => e.Keywords).HasJson();
        builder.Property(e => e.PastEmployers).HasJson();
        builder.Property(e => e.MeetingsByYear).HasJson();
        builder.Property(e => e.Objections).HasJson();
        builder.Property(e => e.History).HasJson();
        builder.HasIndex(e => new { e.Unit, e.State });
        builder.HasIndex(e => e.Nomination).IsUnique();
    }
}

internal sealed class ExpertRelationMap : IEntityTypeConfiguration<ExpertRelation>
{
    public void Configure(EntityTypeBuilder<ExpertRelation> builder)
    {
        builder.ToTable("ExpertRelations").HasKey(r => r.Id);
        builder.HasIndex(r => r.Expert);
    }
}

internal sealed class ExpertDrawMap : IEntityTypeConfiguration<ExpertDraw>
{
    public void Configure(EntityTypeBuilder<ExpertDraw> builder)
    {
        builder.ToTable("ExpertDraws").HasKey(d => d.Id);
        builder.Property(d => d.Policy).HasJson();
        builder.Property(d => d.Candidates).HasJson();
        builder.Property(d => d.Exclusions).HasJson();
        builder.Property(d => d.Inputs).HasJson();
        builder.Property(d => d.Walk).HasJson();
        builder.Ignore(d => d.Confirmed);
        builder.HasMany(d => d.Seats).WithOne().HasForeignKey(s => s.Draw).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(d => d.Committee);

        // Two offices that freeze at once cannot both hold the same round.
        builder.HasIndex(d => new { d.Plan, d.Round }).IsUnique();
    }
}

internal sealed class DrawSeatMap : IEntityTypeConfiguration<DrawSeat>
{
    public void Configure(EntityTypeBuilder<DrawSeat> builder)
    {
        builder.ToTable("DrawSeats").HasKey(s => new { s.Draw, s.Expert });
        builder.Ignore(s => s.IsMember);
        builder.HasIndex(s => new { s.Expert, s.Status });
    }
}
