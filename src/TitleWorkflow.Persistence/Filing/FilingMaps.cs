using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TitleWorkflow.Domain.Filing;

namespace TitleWorkflow.Persistence.Filing;

internal sealed class CertificateMap : IEntityTypeConfiguration<TitleCertificate>
{
    public void Configure(EntityTypeBuilder<TitleCertificate> builder)
    {
        builder.ToTable("Certificates").HasKey(c => c.Id);
        builder.HasIndex(c => c.Number).IsUnique();
        builder.HasIndex(c => c.Declaration).IsUnique();
        builder.HasIndex(c => c.Holder);
    }
}

internal sealed class CertificateLookupMap : IEntityTypeConfiguration<CertificateLookup>
{
    public void Configure(EntityTypeBuilder<CertificateLookup> builder)
    {
        builder.ToTable("CertificateLookups").HasKey(l => l.Id);
        builder.Property(l => l.Id).ValueGeneratedNever();
        builder.HasIndex(l => l.Certificate);
    }
}
