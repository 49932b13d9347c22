using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace TitleWorkflow.Web.Printing;

/// <summary>
/// Has an installed Chromium print official papers to PDF, one at a time, and keeps those that stay the same. The browser gets a
/// ticket for exactly one page. Where there is no Chromium, the reader's own browser prints the page.
/// </summary>
internal sealed class ChromiumPrinter(
    IConfiguration configuration, IServer server, PrintTickets tickets, PdfVault vault) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly SemaphoreSlim oneAtATime = new(1);

    /// <summary>True if PDFs can be made here.</summary>
    public bool CanPrint => File.Exists(Program) && OwnAddress is not null;

    private string? Program => configuration["Pdf:Chromium"] is { Length: > 0 } given ? given : InstalledChromium.Program;

    // The browser runs on this machine, so the loopback address serves where the server listens everywhere.
    private Uri? OwnAddress => server.Features.Get<IServerAddressesFeature>()?.Addresses
        .Select(BindingAddress.Parse)
        .Where(address => address.Scheme == Uri.UriSchemeHttp && !address.IsUnixPipe)
        .Select(address => new Uri($"http://{Reachable(address.Host)}:{address.Port}/"))
        .FirstOrDefault();

    /// <summary>The paper as an A4 PDF.</summary>
    /// <exception cref="InvalidOperationException">PDFs cannot be made here, or the browser failed.</exception>
    public async Task<byte[]> PrintAsync(Paper paper, CancellationToken ct)
    {
        if (paper.IsKept && await vault.FindAsync(paper, ct) is { } stored)
        {
            return stored;
        }

        await oneAtATime.WaitAsync(ct);
        try
        {
            // Somebody else may have waited for the same paper.
            if (paper.IsKept && await vault.FindAsync(paper, ct) is { } printed)
            {
                return printed;
            }

            var bytes = await RunAsync(paper, ct);
            if (paper.IsKept)
            {
                await vault.StoreAsync(paper, bytes, ct);
            }

            return bytes;
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    public void Dispose() => oneAtATime.Dispose();

    private async Task<byte[]> RunAsync(Paper paper, CancellationToken ct)
    {
        var (program, own) = CanPrint ? (Program!, OwnAddress!) : throw new InvalidOperationException("PDFs cannot be made on this machine.");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Patience);
        var ticket = tickets.Write(paper);
        try
        {
            var bytes = await ChromiumRun.PrintAsync(program, new Uri(own, "paper/" + ticket), limit.Token);

            // An unused ticket means that the browser printed something else: its own error page.
            return tickets.Use(ticket) is null
                ? bytes
                : throw new InvalidOperationException("The browser did not reach the page to print.");
        }
        finally
        {
            tickets.Use(ticket);
        }
    }

    private static string Reachable(string host) => host switch
    {
        "*" or "+" or "0.0.0.0" or "[::]" or "localhost" => "127.0.0.1",
        _ => host,
    };
}
