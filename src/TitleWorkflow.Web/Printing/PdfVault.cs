using System.Security.Cryptography;
using System.Text.Json;
using TitleWorkflow.Web.Operation;

namespace TitleWorkflow.Web.Printing;

/// <summary>
/// Keeps printed papers under what they say and the hash of their bytes. One that was changed on disk is not handed out.
/// </summary>
internal sealed partial class PdfVault(HostDirectories directories, ILogger<PdfVault> logger)
{
    private readonly string folder = Path.Combine(directories.Data, "vault", "certificates");

    /// <summary>The stored paper; null if there is none, or its bytes are not what was stored.</summary>
    public async Task<byte[]?> FindAsync(Paper paper, CancellationToken ct)
    {
        if (!Directory.Exists(folder)
            || Directory.EnumerateFiles(folder, $"{Key(paper)}.*.pdf").FirstOrDefault() is not { } file)
        {
            return null;
        }

        var bytes = await File.ReadAllBytesAsync(file, ct);
        if (file.EndsWith($".{Hash(bytes)}.pdf", StringComparison.Ordinal))
        {
            return bytes;
        }

        LogChanged(logger, file);
        File.Delete(file);

        return null;
    }

    public async Task StoreAsync(Paper paper, byte[] bytes, CancellationToken ct)
    {
        Directory.CreateDirectory(folder);
        var target = Path.Combine(folder, $"{Key(paper)}.{Hash(bytes)}.pdf");
        var draft = Path.Combine(folder, Path.GetRandomFileName());
        await File.WriteAllBytesAsync(draft, bytes, ct);

        // Moved into place whole: a reader never meets half a file.
        File.Move(draft, target, overwrite: true);
    }

    private static string Key(Paper paper) => Hash(JsonSerializer.SerializeToUtf8Bytes(paper, paper.GetType()))[..32];

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    [LoggerMessage(LogLevel.Warning, "The stored paper {File} was changed on disk and is printed anew.")]
    private static partial void LogChanged(ILogger logger, string file);
}
