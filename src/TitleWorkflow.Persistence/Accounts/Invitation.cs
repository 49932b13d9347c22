using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TitleWorkflow.Domain.Organisations;

namespace TitleWorkflow.Persistence.Accounts;

/// <summary>
/// Asks a person to choose a password (登录邀请), once and for a time. A newer one replaces it. Of its code the hash alone is kept.
/// </summary>
public sealed class Invitation
{
    /// <summary>Days it can be used.</summary>
    public const int Days = 30;

    /// <summary>Who is invited.</summary>
    public required PersonId Person { get; init; }

    /// <summary>Hash of its code, lower-case hex.</summary>
    public required string CodeHash { get; set; }

    /// <summary>When it lapses.</summary>
    public required DateTimeOffset LapsesAt { get; set; }

    /// <summary>When it was used; null before.</summary>
    public DateTimeOffset? UsedAt { get; set; }

    /// <summary>A fresh code: 130 bits as 26 letters and digits that nobody mistakes for one another.</summary>
    public static string NewCode() => RandomNumberGenerator.GetString("ABCDEFGHJKMNPQRSTVWXYZ0123456789", 26);

    /// <summary>What is kept of a code. It is random enough that no salt is needed.</summary>
    public static string Hash(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(code)));
}

internal sealed class InvitationMap : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> builder)
    {
        builder.ToTable("Invitations").HasKey(i => i.Person);
        builder.Property(i => i.Person).ValueGeneratedNever();
        builder.HasIndex(i => i.CodeHash).IsUnique();

        // Two people with one code in hand: the second is told that it was used.
        builder.Property(i => i.UsedAt).IsConcurrencyToken();
    }
}
