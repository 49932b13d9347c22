using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.ValueGeneration;
using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Domain.Assessments.Scoring;
using TitleWorkflow.Persistence.Conventions;

namespace TitleWorkflow.Persistence.Assessments;

internal sealed class GroupReviewMap : IEntityTypeConfiguration<GroupReview>
{
    public void Configure(EntityTypeBuilder<GroupReview> builder)
    {
        builder.ToTable("GroupReviews").HasKey(r => r.Id);
        builder.Property(r => r.Experts).HasJson();
        builder.Property(r => r.Recusals).HasJson();
        builder.Property(r => r.Replacements).HasJson();
        builder.HasIndex(r => r.Declaration);
    }
}

internal sealed class ReexaminationMap : IEntityTypeConfiguration<Reexamination>
{
    public void Configure(EntityTypeBuilder<Reexamination> builder)
    {
        builder.ToTable("Reexaminations").HasKey(r => r.Id);
        builder.Property(r => r.MissedRecusals).HasJson();
        builder.HasIndex(r => new { r.Declaration, r.Ground }).IsUnique();
        builder.HasIndex(r => r.Declaration, "IX_Reexaminations_Open").IsUnique().HasFilter("\"Status\" = 'Open'");
    }
}

internal sealed class ScoreSheetMap : IEntityTypeConfiguration<ScoreSheet>
{
    public void Configure(EntityTypeBuilder<ScoreSheet> builder)
    {
        builder.ToTable("ScoreSheets").HasKey(s => s.Id);
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Scores).HasJson();
        builder.HasIndex(s => new { s.Review, s.Expert, s.Round }).IsUnique();
    }
}

internal sealed class ScoreFileMap : IEntityTypeConfiguration<ScoreFile>
{
    public void Configure(EntityTypeBuilder<ScoreFile> builder)
    {
        builder.ToTable("ScoreFiles").HasKey(f => f.Declaration);
        builder.Property(f => f.Standard).HasJson();
        builder.Property(f => f.Entries).HasJson();
        builder.Property(f => f.Findings).HasJson();
    }
}

internal sealed class MeetingMap : IEntityTypeConfiguration<CommitteeMeeting>
{
    public void Configure(EntityTypeBuilder<CommitteeMeeting> builder)
    {
        builder.ToTable("Meetings").HasKey(m => m.Id);
        builder.Property(m => m.Seats).HasJson();
        builder.Property(m => m.DirectorCode).HasJson();
        builder.Property(m => m.SupervisorCode).HasJson();
        builder.Ignore(m => m.Size).Ignore(m => m.Present).Ignore(m => m.HasQuorum);
        builder.HasIndex(m => m.Committee);
    }
}

internal sealed class MeetingCaseMap : IEntityTypeConfiguration<MeetingCase>
{
    public void Configure(EntityTypeBuilder<MeetingCase> builder)
    {
        builder.ToTable("MeetingCases").HasKey(c => c.Id);
        builder.Property(c => c.Recusals).HasJson();
        builder.Property(c => c.Voters).HasJson();
        builder.Property(c => c.Tally).HasJson();
        builder.HasOne(c => c.Box).WithOne().HasForeignKey<VotingBox>(b => b.Case);
        builder.Navigation(c => c.Box).AutoInclude();
        builder.Ignore(c => c.AwaitsCap);
        builder.HasIndex(c => c.Declaration).IsUnique().HasFilter("\"IsLive\"");
        builder.HasIndex(c => c.Meeting);

        // One voting at a time in a meeting, whoever opens two at the same instant.
        builder.HasIndex(c => c.Meeting, "IX_MeetingCases_Voting").IsUnique().HasFilter("\"Status\" = 'Voting'");
    }
}

internal sealed class VotingBoxMap : IEntityTypeConfiguration<VotingBox>
{
    public void Configure(EntityTypeBuilder<VotingBox> builder) => builder.ToTable("VotingBoxes").HasKey(b => b.Case);
}

internal sealed class BallotReceiptMap : IEntityTypeConfiguration<BallotReceipt>
{
    // The key holds one ballot per member and case, whatever arrives at the same instant.
    public void Configure(EntityTypeBuilder<BallotReceipt> builder) =>
        builder.ToTable("BallotReceipts").HasKey(r => new { r.Case, r.Voter });
}

internal sealed class SealedBallotMap : IEntityTypeConfiguration<SealedBallot>
{
    public void Configure(EntityTypeBuilder<SealedBallot> builder)
    {
        // The database keeps rows under this number. Counted up, it would tell in which order they were cast.
        builder.ToTable("SealedBallots");
        builder.Property<long>("Place").ValueGeneratedOnAdd().HasValueGeneratorFactory<RandomPlaces>();
        builder.HasKey("Place");
        builder.HasIndex(b => b.Id).IsUnique();

        // A box cannot go while it holds a ballot nobody counted, and no ballot gets in when it has gone.
        builder.HasOne<VotingBox>().WithMany().HasForeignKey(b => b.Case).OnDelete(DeleteBehavior.Restrict);
    }

    internal sealed class RandomPlaces : ValueGeneratorFactory
    {
        public override ValueGenerator Create(IProperty property, ITypeBase typeBase) => new RandomPlace();
    }

    private sealed class RandomPlace : ValueGenerator<long>
    {
        public override bool GeneratesTemporaryValues => false;

        public override long Next(EntityEntry entry) =>
            BitConverter.ToInt64(RandomNumberGenerator.GetBytes(sizeof(long))) & long.MaxValue;
    }
}

internal sealed class OpenedBallotMap : IEntityTypeConfiguration<OpenedBallot>
{
    public void Configure(EntityTypeBuilder<OpenedBallot> builder)
    {
        builder.ToTable("OpenedBallots").HasKey(b => b.Id);
        builder.Property(b => b.Id).ValueGeneratedNever();
        builder.HasIndex(b => b.Case);
    }
}
