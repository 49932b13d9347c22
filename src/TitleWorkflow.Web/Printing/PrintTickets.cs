using System.Collections.Concurrent;
using System.Security.Cryptography;
using TitleWorkflow.Application.Filing;

namespace TitleWorkflow.Web.Printing;

/// <summary>What a printed certificate says; the reader's right to see it was asked before the ticket was written.</summary>
internal sealed record CertificateSheet(CertificateFacts Certificate, Uri VerifyAddress);

/// <summary>
/// One-time tickets with which the printing browser fetches a paper: it has no session, and nobody else learns the ticket.
/// </summary>
internal sealed class PrintTickets
{
    private readonly ConcurrentDictionary<string, CertificateSheet> open = new(StringComparer.Ordinal);

    public string Write(CertificateSheet sheet)
    {
        var ticket = RandomNumberGenerator.GetHexString(64, lowercase: true);
        open[ticket] = sheet;

        return ticket;
    }

    /// <summary>The paper, once; null for a ticket that was never written, or is used up.</summary>
    public CertificateSheet? Use(string ticket) => open.TryRemove(ticket, out var sheet) ? sheet : null;
}
