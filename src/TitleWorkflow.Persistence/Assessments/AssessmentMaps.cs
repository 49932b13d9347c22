using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Persistence.Conventions;

namespace TitleWorkflow.Persistence.Assessments;

internal sealed class GroupReviewMap : IEntityTypeConfiguration<GroupReview>
{
    public void Configure(EntityTypeBuilder<GroupReview> builder)
    {
        builder.ToTable("GroupReviews").HasKey(r => r.Id);
        builder.Property(r => r.Experts).HasJson();
        builder.HasIndex(r => r.Declaration);
    }
}

internal sealed class ScoreSheetMap : IEntityTypeConfiguration<ScoreSheet>
{
    public void Configure(EntityTypeBuilder<ScoreSheet> builder)
    {
        builder.ToTable("ScoreSheets").HasKey(s => s.Id);
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Scores).HasJson();
        builder.HasIndex(s => new { s.Review, s.Expert }).IsUnique();
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
        builder.HasIndex(c => c.Meeting);
        builder.HasIndex(c => c.Declaration).IsUnique().HasFilter("\"IsLive\"");
    }
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
        builder.ToTable("SealedBallots").HasKey(b => b.Id);
        builder.Property(b => b.Id).ValueGeneratedNever();
        builder.HasIndex(b => b.Case);
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
