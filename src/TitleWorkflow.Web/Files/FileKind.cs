using TitleWorkflow.Domain.Declarations;

namespace TitleWorkflow.Web.Files;

/// <summary>Tells what a file is by how it begins; names and media types of uploads prove nothing.</summary>
internal static class FileKind
{
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];
    private static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF];

    /// <summary>The kind; null if it is none we accept.</summary>
    public static EvidenceType? Of(ReadOnlySpan<byte> beginning) => beginning switch
    {
        _ when beginning.StartsWith("%PDF-"u8) => EvidenceType.Pdf,
        _ when beginning.StartsWith(Jpeg) => EvidenceType.Jpeg,
        _ when beginning.StartsWith(Png) => EvidenceType.Png,
        _ => null,
    };
}
