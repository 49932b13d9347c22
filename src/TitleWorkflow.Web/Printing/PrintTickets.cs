using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace TitleWorkflow.Web.Printing;

/// <summary>
/// One-time tickets with which the printing browser fetches a paper: it has no session, and nobody else learns the ticket.
/// </summary>
internal sealed class PrintTickets
{
    private readonly ConcurrentDictionary<string, Paper> open = new(StringComparer.Ordinal);

    public string Write(Paper paper)
    {
        var ticket = RandomNumberGenerator.GetHexString(64, lowercase: true);
        open[ticket] = paper;

        return ticket;
    }

    /// <summary>The paper, once; null for a ticket that was never written, or is used up.</summary>
    public Paper? Use(string ticket) => open.TryRemove(ticket, out var paper) ? paper : null;
}
