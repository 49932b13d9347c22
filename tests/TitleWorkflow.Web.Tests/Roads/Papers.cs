using System.Text;

namespace TitleWorkflow.Web.Tests.Roads;

/// <summary>Files people attach.</summary>
internal static class Papers
{
    /// <summary>A page with nothing on it, as small as a real PDF gets.</summary>
    public static byte[] Pdf { get; } = Encoding.ASCII.GetBytes(
        """
        %PDF-1.4
        1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
        2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
        3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj
        trailer<</Root 1 0 R/Size 4>>
        %%EOF
        """);

    /// <summary>A word-processor file begins like this: it is a ZIP archive.</summary>
    public static byte[] Docx { get; } = [0x50, 0x4B, 0x03, 0x04, 0x14, 0x00, 0x06, 0x00, 0x08, 0x00, 0x00, 0x00, 0x21, 0x00];

    /// <summary>The shortest content that is of a kind by its first bytes.</summary>
    public static byte[] Of(string type) => type switch
    {
        "Jpeg" => [0xFF, 0xD8, 0xFF, 0xE0, 0x00, 0x10, 0x4A, 0x46, 0x49, 0x46, 0x00, 0x01, 0x01, 0x00, 0x00, 0x01],
        "Png" => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00, 0x00, 0x00, 0x0D, 0x49, 0x48, 0x44, 0x52],
        _ => Pdf,
    };

    /// <summary>A PDF of a given size.</summary>
    public static byte[] PdfOf(long size)
    {
        var content = new byte[size];
        Pdf.CopyTo(content, 0);
        return content;
    }
}
