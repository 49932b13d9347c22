using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace TitleWorkflow.Domain.Experts;

/// <summary>
/// The one way a draw's facts become bytes, the same on every machine: a number is four bytes, big-endian, unsigned; a text
/// is its length in bytes as such a number and then UTF-8 of its NFC form, and only texts come here that are in that form; an
/// id is its sixteen bytes in the order they are printed; yes and no are the bytes 1 and 0. Nothing stands between two.
/// </summary>
internal sealed class CanonicalBytes
{
    private readonly ArrayBufferWriter<byte> bytes = new();

    public CanonicalBytes Number(int value)
    {
        Span<byte> four = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(four, checked((uint)value));
        return Raw(four);
    }

    public CanonicalBytes Text(string value)
    {
        if (!PlainText.Is(value))
        {
            throw new ArgumentException("Not every machine would write this text alike.", nameof(value));
        }

        var utf8 = Encoding.UTF8.GetBytes(value);
        return Number(utf8.Length).Raw(utf8);
    }

    public CanonicalBytes Id(Guid value)
    {
        Span<byte> sixteen = stackalloc byte[16];
        value.TryWriteBytes(sixteen, bigEndian: true, out _);
        return Raw(sixteen);
    }

    public CanonicalBytes Flag(bool value) => Raw([value ? (byte)1 : (byte)0]);

    public CanonicalBytes Raw(ReadOnlySpan<byte> value)
    {
        bytes.Write(value);
        return this;
    }

    /// <summary>SHA-256 of everything written, in lower-case hexadecimal.</summary>
    public string Hash() => Convert.ToHexStringLower(SHA256.HashData(bytes.WrittenSpan));
}
