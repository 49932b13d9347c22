using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Domain.Nominations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Nominations;

/// <summary>How dear it is to try passwords on a stolen key.</summary>
public sealed class SigningOptions
{
    /// <summary>Rounds of PBKDF2 with SHA-256 for new keys; at least 600,000 outside tests.</summary>
    public int Rounds { get; init; } = 600_000;
}

/// <summary>The keys people sign with; a person whose password was reset gets a new one, and the old one verifies on.</summary>
internal sealed class SigningKeys(TitleDb db, SigningOptions options, TimeProvider clock)
{
    /// <summary>The key that <paramref name="password"/> opens; made now if there is none.</summary>
    public async Task<SignatureKey> OfAsync(PersonId person, string password, CancellationToken ct)
    {
        var key = await db.SignatureKeys.SingleOrDefaultAsync(k => k.Person == person && k.RetiredAt == null, ct);
        if (key?.IsOpenedBy(password) == true)
        {
            return key;
        }

        key?.Retire(clock.GetUtcNow());
        return db.SignatureKeys.Add(SignatureKey.Create(person, password, options.Rounds, clock.GetUtcNow())).Entity;
    }
}
