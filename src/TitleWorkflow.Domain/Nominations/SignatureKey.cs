using System.Security.Cryptography;
using System.Text;
using TitleWorkflow.Domain.Organisations;

namespace TitleWorkflow.Domain.Nominations;

/// <summary>Identifies a key to sign with.</summary>
public readonly record struct SignatureKeyId(Guid Value)
{
    /// <summary>A fresh, time-ordered id.</summary>
    public static SignatureKeyId New() => new(Guid.CreateVersion7());
}

/// <summary>
/// What one person signs with: an ECDSA key on P-256 that only the person's password opens (Electronic Signature Law, art.
/// 13). After a reset of the password a new key is made; the old one's public half stays, so that what it signed can still be
/// verified.
/// </summary>
public sealed class SignatureKey : Aggregate
{
    private const int SaltSize = 16;
    private const int NonceSize = 12;
    private const int TagSize = 16;

    private SignatureKey()
    {
    }

    /// <summary>Identity.</summary>
    public SignatureKeyId Id { get; private set; }

    /// <summary>Whose.</summary>
    public PersonId Person { get; private set; }

    /// <summary>SubjectPublicKeyInfo.</summary>
    public byte[] PublicKey { get; private set; } = [];

    /// <summary>PKCS#8, encrypted under the password: salt, nonce, tag, ciphertext.</summary>
    public byte[] SealedPrivateKey { get; private set; } = [];

    /// <summary>Rounds of PBKDF2 with SHA-256 between password and key.</summary>
    public int Rounds { get; private set; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When a newer one took its place; null while it signs.</summary>
    public DateTimeOffset? RetiredAt { get; private set; }

    /// <summary>Makes a key that <paramref name="password"/> opens.</summary>
    public static SignatureKey Create(PersonId person, string password, int rounds, DateTimeOffset now)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return new SignatureKey
        {
            Id = SignatureKeyId.New(),
            Person = person,
            PublicKey = key.ExportSubjectPublicKeyInfo(),
            SealedPrivateKey = Seal(key.ExportPkcs8PrivateKey(), password, rounds),
            Rounds = rounds,
            CreatedAt = now,
        };
    }

    /// <summary>A newer key takes its place.</summary>
    public void Retire(DateTimeOffset now) => RetiredAt ??= now;

    /// <summary>Signs the SHA-256 of <paramref name="content"/>; null if the password does not open the key.</summary>
    /// <returns>The signature in DER, as openssl takes it.</returns>
    public byte[]? Sign(string password, byte[] content)
    {
        if (Open(password) is not { } privateKey)
        {
            return null;
        }

        using var key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(privateKey, out _);
        CryptographicOperations.ZeroMemory(privateKey);
        return key.SignData(content, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
    }

    /// <summary>Whether <paramref name="password"/> opens it.</summary>
    public bool IsOpenedBy(string password)
    {
        if (Open(password) is not { } privateKey)
        {
            return false;
        }

        CryptographicOperations.ZeroMemory(privateKey);
        return true;
    }

    /// <summary>Whether this key signed exactly this content.</summary>
    public bool Signed(byte[] content, byte[] signature)
    {
        using var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(PublicKey, out _);
        return key.VerifyData(content, signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
    }

    /// <summary>The public half as a PEM file.</summary>
    public string Pem() => PemEncoding.WriteString("PUBLIC KEY", PublicKey) + "\n";

    private static byte[] Seal(byte[] secret, string password, int rounds)
    {
        var box = new byte[SaltSize + NonceSize + TagSize + secret.Length];
        RandomNumberGenerator.Fill(box.AsSpan(0, SaltSize + NonceSize));
        using var cipher = Cipher(password, box.AsSpan(0, SaltSize), rounds);
        cipher.Encrypt(
            box.AsSpan(SaltSize, NonceSize), secret, box.AsSpan(SaltSize + NonceSize + TagSize),
            box.AsSpan(SaltSize + NonceSize, TagSize));
        CryptographicOperations.ZeroMemory(secret);
        return box;
    }

    private byte[]? Open(string password)
    {
        var box = SealedPrivateKey.AsSpan();
        var secret = new byte[box.Length - SaltSize - NonceSize - TagSize];
        using var cipher = Cipher(password, box[..SaltSize], Rounds);
        try
        {
            cipher.Decrypt(
                box.Slice(SaltSize, NonceSize), box[(SaltSize + NonceSize + TagSize)..], box.Slice(SaltSize + NonceSize, TagSize), secret);
            return secret;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }

    private static AesGcm Cipher(string password, ReadOnlySpan<byte> salt, int rounds) => new(
        Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(password), salt, rounds, HashAlgorithmName.SHA256, 32), TagSize);
}
