using System.Security.Cryptography;

namespace TitleWorkflow.Domain.Assessments;

/// <summary>
/// Seals bytes to a public key: a fresh P-256 key agreement, HKDF-SHA-256, AES-256-GCM. Equal inputs give unequal seals;
/// seals of equally long inputs are equally long, so that nothing about a choice shows outside.
/// </summary>
public static class BallotBox
{
    private const int NonceSize = 12;
    private const int TagSize = 16;
    private const int PointSize = 65;
    private static readonly byte[] Purpose = "TitleWorkflow.BallotBox.1"u8.ToArray();

    /// <summary>A fresh key pair: public half as SubjectPublicKeyInfo, private half as PKCS#8.</summary>
    public static (byte[] PublicKey, byte[] PrivateKey) CreateKey()
    {
        using var key = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        return (key.ExportSubjectPublicKeyInfo(), key.ExportPkcs8PrivateKey());
    }

    /// <summary>Seals <paramref name="content"/> so that only the private half of <paramref name="publicKey"/> opens it.</summary>
    public static byte[] Seal(byte[] publicKey, ReadOnlySpan<byte> content)
    {
        using var box = ECDiffieHellman.Create();
        box.ImportSubjectPublicKeyInfo(publicKey, out _);
        using var once = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        var point = Point(once);
        var result = new byte[PointSize + NonceSize + TagSize + content.Length];
        point.CopyTo(result, 0);
        var nonce = result.AsSpan(PointSize, NonceSize);
        RandomNumberGenerator.Fill(nonce);
        using var cipher = new AesGcm(Agree(once, box, point), TagSize);
        cipher.Encrypt(
            nonce, content, result.AsSpan(PointSize + NonceSize + TagSize), result.AsSpan(PointSize + NonceSize, TagSize));
        return result;
    }

    /// <summary>Opens a seal with the private half.</summary>
    /// <exception cref="CryptographicException">The seal was made for another key or has been altered.</exception>
    public static byte[] Open(byte[] privateKey, ReadOnlySpan<byte> seal)
    {
        using var box = ECDiffieHellman.Create();
        box.ImportPkcs8PrivateKey(privateKey, out _);
        var point = seal[..PointSize].ToArray();
        using var once = ECDiffieHellman.Create(new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            Q = new ECPoint { X = point[1..33], Y = point[33..] },
        });
        var content = new byte[seal.Length - PointSize - NonceSize - TagSize];
        using var cipher = new AesGcm(Agree(box, once, point), TagSize);
        cipher.Decrypt(
            seal.Slice(PointSize, NonceSize),
            seal[(PointSize + NonceSize + TagSize)..],
            seal.Slice(PointSize + NonceSize, TagSize),
            content);
        return content;
    }

    private static byte[] Agree(ECDiffieHellman mine, ECDiffieHellman theirs, byte[] point)
    {
        var secret = mine.DeriveRawSecretAgreement(theirs.PublicKey);
        return HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, 32, salt: point, info: Purpose);
    }

    private static byte[] Point(ECDiffieHellman key)
    {
        var q = key.ExportParameters(includePrivateParameters: false).Q;
        return [4, .. q.X!, .. q.Y!];
    }
}
