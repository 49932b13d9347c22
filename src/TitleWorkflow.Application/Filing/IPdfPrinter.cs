namespace TitleWorkflow.Application.Filing;

/// <summary>Prints official papers to PDF, where the machine can.</summary>
public interface IPdfPrinter
{
    /// <summary>True if PDFs can be made here; else the page itself is printed by the reader's browser.</summary>
    bool CanPrint { get; }

    /// <summary>The certificate's page as an A4 PDF; printed once and kept, as long as nothing on it changes.</summary>
    /// <param name="certificate">What the paper says; whether the reader may see it is asked before.</param>
    /// <param name="verifyAddress">Absolute address in the QR code.</param>
    /// <param name="ct">Cancels.</param>
    /// <exception cref="InvalidOperationException">PDFs cannot be made here, or the browser failed.</exception>
    Task<byte[]> PrintAsync(CertificateFacts certificate, Uri verifyAddress, CancellationToken ct);
}
