using System.Text;

namespace TitleWorkflow.Domain.Experts;

/// <summary>
/// Text that is its own NFC form on every machine. The product runs without a culture library, so it cannot compose marks
/// with letters; rather than hash a text that another program would hash differently, a draw takes none with loose marks or
/// compatibility characters in it.
/// </summary>
internal static class PlainText
{
    // Latin with its composed letters, punctuation, kana, Chinese with its rare characters, Korean syllables, full-width forms.
    private static readonly (int First, int Last)[] Blocks =
    [
        (0x0020, 0x02FF), (0x2010, 0x2027), (0x2030, 0x205E), (0x3000, 0x3029), (0x3041, 0x3096), (0x30A1, 0x30FE),
        (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xAC00, 0xD7A3), (0xFF01, 0xFFEF), (0x20000, 0x2F7FF), (0x30000, 0x323AF),
    ];

    public static bool Is(string? text) => text is null || text.EnumerateRunes().All(Is);

    public static bool Is(Rune rune) => Blocks.Any(b => b.First <= rune.Value && rune.Value <= b.Last);
}
