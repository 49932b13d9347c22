using System.Buffers.Binary;
using System.Security.Cryptography;

namespace TitleWorkflow.Domain.Experts;

/// <summary>
/// Numbers without bias out of one seed. Block <c>i</c> is HMAC-SHA-256 with the seed as key over <c>i</c> as eight bytes,
/// big-endian, from 0 on; each block is eight words of four bytes, big-endian. A word at or above the greatest multiple of
/// the bound below 2³² is thrown away, any other gives its remainder.
/// </summary>
internal sealed class DrawStream(byte[] seed)
{
    private const int Words = 8;

    private readonly byte[] block = new byte[SHA256.HashSizeInBytes];
    private ulong blocks;
    private int word = Words;

    /// <summary>The next number from 0 up to, but not including, <paramref name="bound"/>.</summary>
    public int Below(int bound)
    {
        var limit = (1UL << 32) / (uint)bound * (uint)bound;
        ulong next;
        do
        {
            next = Next();
        }
        while (next >= limit);

        return (int)(next % (uint)bound);
    }

    private uint Next()
    {
        if (word == Words)
        {
            Span<byte> counter = stackalloc byte[8];
            BinaryPrimitives.WriteUInt64BigEndian(counter, blocks++);
            HMACSHA256.HashData(seed, counter, block);
            word = 0;
        }

        return BinaryPrimitives.ReadUInt32BigEndian(block.AsSpan(4 * word++));
    }
}
