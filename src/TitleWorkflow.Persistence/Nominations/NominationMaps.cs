using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TitleWorkflow.Domain.Nominations;
using TitleWorkflow.Persistence.Conventions;

namespace TitleWorkflow.Persistence.Nominations;

internal sealed class NominationMap : IEntityTypeConfiguration<Nomination>
{
    public void Configure(EntityTypeBuilder<Nomination> builder)
    {
        builder.ToTable("Nominations").HasKey(n => n.Id);
        builder.Ignore(n => n.LetterBytes);
        builder.HasIndex(n => n.Number).IsUnique();
        builder.HasIndex(n => n.Enterprise);
        builder.HasIndex(n => n.Nominee);
        builder.HasIndex(n => n.Declaration).IsUnique();
    }
}

internal sealed class NominationQuotaMap : IEntityTypeConfiguration<NominationQuota>
{
    public void Configure(EntityTypeBuilder<NominationQuota> builder)
    {
        builder.ToTable("NominationQuotas").HasKey(q => q.Id);
        builder.Property(q => q.Slots).HasJson();
        builder.Ignore(q => q.FullSenior);

        // One counter per enterprise and year, even when the year's first two signatures come at the same instant.
        builder.HasIndex(q => new { q.Enterprise, q.Year }).IsUnique();
    }
}

internal sealed class LetterSignatureMap : IEntityTypeConfiguration<LetterSignature>
{
    public void Configure(EntityTypeBuilder<LetterSignature> builder)
    {
        builder.ToTable("LetterSignatures").HasKey(s => s.Id);
        builder.HasIndex(s => s.Nomination);
    }
}

internal sealed class SignatureKeyMap : IEntityTypeConfiguration<SignatureKey>
{
    public void Configure(EntityTypeBuilder<SignatureKey> builder)
    {
        builder.ToTable("SignatureKeys").HasKey(k => k.Id);

        // One key signs for a person; those before it only verify.
        builder.HasIndex(k => k.Person).IsUnique().HasFilter("\"RetiredAt\" IS NULL");
    }
}

internal sealed class NominationLiabilityMap : IEntityTypeConfiguration<NominationLiability>
{
    public void Configure(EntityTypeBuilder<NominationLiability> builder)
    {
        builder.ToTable("NominationLiabilities").HasKey(l => l.Id);
        builder.HasIndex(l => l.Enterprise);
        builder.HasIndex(l => l.Signatory);
    }
}
