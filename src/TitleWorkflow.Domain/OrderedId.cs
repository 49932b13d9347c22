using System.Buffers.Binary;

namespace TitleWorkflow.Domain;

/// <summary>
/// Ids that tell in which order this process made them, also within one millisecond: version 7 with a count in place of the first
/// random bits (RFC 9562, section 6.2, method 1). Never for what must not tell its order, such as a ballot.
/// </summary>
internal static class OrderedId
{
    private const int CountBits = 12;

    private static long last;

    /// <summary>An id greater than every one made here before.</summary>
    public static Guid Next()
    {
        Span<byte> bytes = stackalloc byte[16];
        Guid.CreateVersion7().TryWriteBytes(bytes, bigEndian: true, out _);
        var place = After(BinaryPrimitives.ReadInt64BigEndian(bytes) >> 16 << CountBits);
        BinaryPrimitives.WriteInt64BigEndian(bytes, (place >> CountBits << 16) | 0x7000 | (place & ((1 << CountBits) - 1)));
        return new Guid(bytes, bigEndian: true);
    }

    private static long After(long now)
    {
        while (true)
        {
            var taken = Volatile.Read(ref last);
            var next = Math.Max(now, taken + 1);
            if (Interlocked.CompareExchange(ref last, next, taken) == taken)
            {
                return next;
            }
        }
    }
}
