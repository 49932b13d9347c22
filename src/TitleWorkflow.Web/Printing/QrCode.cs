using QRCoder;

namespace TitleWorkflow.Web.Printing;

/// <summary>QR codes that a phone reads from screen and paper: black on white whatever the theme, with the quiet zone.</summary>
internal static class QrCode
{
    private const int PixelsPerModule = 5;

    /// <summary>As an SVG document that keeps its size.</summary>
    public static string Svg(Uri address)
    {
        using var data = Encode(address);
        using var code = new SvgQRCode(data);

        return code.GetGraphic(PixelsPerModule, "#000000", "#ffffff", drawQuietZones: true);
    }

    /// <summary>As PNG bytes.</summary>
    public static byte[] Png(Uri address)
    {
        using var data = Encode(address);
        using var code = new PngByteQRCode(data);

        return code.GetGraphic(PixelsPerModule, drawQuietZones: true);
    }

    // Level M mends 15 %: enough for a crease, and the modules stay large.
    private static QRCodeData Encode(Uri address) =>
        QRCodeGenerator.GenerateQrCode(address.AbsoluteUri, QRCodeGenerator.ECCLevel.M);
}
