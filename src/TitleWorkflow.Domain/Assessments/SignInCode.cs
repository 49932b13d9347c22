using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace TitleWorkflow.Domain.Assessments;

/// <summary>
/// The code on the screen in the room (签到码): six digits, others every minute, from a key of the meeting's own (as RFC 6238). Whoever
/// reads it off is in the room, or knows somebody who is; the office sees who signed in, and takes back what is not so.
/// </summary>
public static class SignInCode
{
    /// <summary>Length of a meeting's key in bytes.</summary>
    public const int KeyLength = 32;

    private const int SecondsShown = 60;
    private const uint Codes = 1_000_000;

    /// <summary>A fresh key.</summary>
    public static byte[] NewKey() => RandomNumberGenerator.GetBytes(KeyLength);

    /// <summary>The code of an instant's minute.</summary>
    public static string At(byte[] key, DateTimeOffset now) => Of(key, now.ToUnixTimeSeconds() / SecondsShown);

    /// <summary>Whether it is the code of this minute, or of the one before: typing takes its time.</summary>
    public static bool IsShown(byte[] key, string? code, DateTimeOffset now)
    {
        var minute = now.ToUnixTimeSeconds() / SecondsShown;
        return Same(code, Of(key, minute)) | Same(code, Of(key, minute - 1));
    }

    private static string Of(byte[] key, long minute)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, minute);
        return (BinaryPrimitives.ReadUInt32BigEndian(HMACSHA256.HashData(key, counter)) % Codes).ToString("D6", CultureInfo.InvariantCulture);
    }

    private static bool Same(string? typed, string code) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes((typed ?? "").Trim()), Encoding.UTF8.GetBytes(code));
}
