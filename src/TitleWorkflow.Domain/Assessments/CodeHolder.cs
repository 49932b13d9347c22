using System.Security.Cryptography;
using TitleWorkflow.Domain.Organisations;

namespace TitleWorkflow.Domain.Assessments;

/// <summary>
/// One of the two people whose codes open the ballot boxes of a meeting. The code itself is shown once and stored nowhere;
/// what is kept is a key whose private half only the code decrypts.
/// </summary>
/// <param name="Person">Who drew the code.</param>
/// <param name="PublicKey">SubjectPublicKeyInfo.</param>
/// <param name="EncryptedPrivateKey">PKCS#8, encrypted under the code.</param>
public sealed record CodeHolder(PersonId Person, byte[] PublicKey, byte[] EncryptedPrivateKey)
{
    // Without 0/O, 1/I/L, so that a code read aloud or from paper is typed right.
    private const string Alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    /// <summary>Draws a code of about 59 bits, XXXX-XXXX-XXXX, and the key it guards.</summary>
    public static (CodeHolder Holder, string Code) Draw(PersonId person)
    {
        var raw = RandomNumberGenerator.GetString(Alphabet, 12);
        using var key = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        var encrypted = key.ExportEncryptedPkcs8PrivateKey(
            raw, new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 210_000));
        return (new CodeHolder(person, key.ExportSubjectPublicKeyInfo(), encrypted), $"{raw[..4]}-{raw[4..8]}-{raw[8..]}");
    }

    /// <summary>The private half, if <paramref name="code"/> is right; null if it is wrong. Case, spaces and dashes do not matter.</summary>
    public byte[]? Unlock(string code)
    {
        var raw = string.Concat(code.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        using var key = ECDiffieHellman.Create();
        try
        {
            key.ImportEncryptedPkcs8PrivateKey(raw, EncryptedPrivateKey, out _);
            return key.ExportPkcs8PrivateKey();
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
