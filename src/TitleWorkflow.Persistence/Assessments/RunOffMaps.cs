using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Persistence.Conventions;

namespace TitleWorkflow.Persistence.Assessments;

internal sealed class PostQuotaMap : IEntityTypeConfiguration<PostQuota>
{
    public void Configure(EntityTypeBuilder<PostQuota> builder) =>
        builder.ToTable("PostQuotas").HasKey(q => new { q.Plan, q.Employer });
}

internal sealed class RunOffMap : IEntityTypeConfiguration<RunOff>
{
    public void Configure(EntityTypeBuilder<RunOff> builder)
    {
        builder.ToTable("RunOffs").HasKey(r => r.Id);
        builder.Property(r => r.Candidates).HasJson();
        builder.Property(r => r.Voters).HasJson();
        builder.Property(r => r.Tally).HasJson();
        builder.Ignore(r => r.Winners);
        builder.HasOne(r => r.Box).WithOne().HasForeignKey<RunOffBox>(b => b.RunOff);
        builder.Navigation(r => r.Box).AutoInclude();
        builder.HasIndex(r => r.Meeting);
        builder.HasIndex(r => r.Meeting, "IX_RunOffs_Voting").IsUnique().HasFilter("\"Status\" = 'Voting'");
    }
}

internal sealed class RunOffBoxMap : IEntityTypeConfiguration<RunOffBox>
{
    public void Configure(EntityTypeBuilder<RunOffBox> builder) => builder.ToTable("RunOffBoxes").HasKey(b => b.RunOff);
}

internal sealed class RunOffReceiptMap : IEntityTypeConfiguration<RunOffReceipt>
{
    // The key holds one ballot per member and run-off, whatever arrives at the same instant.
    public void Configure(EntityTypeBuilder<RunOffReceipt> builder) =>
        builder.ToTable("RunOffReceipts").HasKey(r => new { r.RunOff, r.Voter });
}

internal sealed class SealedRunOffBallotMap : IEntityTypeConfiguration<SealedRunOffBallot>
{
    public void Configure(EntityTypeBuilder<SealedRunOffBallot> builder)
    {
        // As with all sealed ballots, rows lie under random numbers and hold their box in place.
        builder.ToTable("SealedRunOffBallots");
        builder.Property<long>("Place").ValueGeneratedOnAdd().HasValueGeneratorFactory<SealedBallotMap.RandomPlaces>();
        builder.HasKey("Place");
        builder.HasIndex(b => b.Id).IsUnique();
        builder.HasOne<RunOffBox>().WithMany().HasForeignKey(b => b.RunOff).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class OpenedRunOffBallotMap : IEntityTypeConfiguration<OpenedRunOffBallot>
{
    public void Configure(EntityTypeBuilder<OpenedRunOffBallot> builder)
    {
        builder.ToTable("OpenedRunOffBallots").HasKey(b => b.Id);
        builder.Property(b => b.Id).ValueGeneratedNever();
        builder.HasIndex(b => b.RunOff);
    }
}
