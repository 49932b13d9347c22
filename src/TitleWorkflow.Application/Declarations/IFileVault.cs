using TitleWorkflow.Domain.Declarations;

namespace TitleWorkflow.Application.Declarations;

/// <summary>A file as the vault took it in.</summary>
/// <param name="Sha256">Hash of its bytes, lower-case hex; its address in the vault.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Type">What its first bytes say it is; null if it is of no accepted kind.</param>
public sealed record StoredFile(string Sha256, long Size, EvidenceType? Type);

/// <summary>Keeps files under the hash of their content: the same file is kept once, and none is ever changed.</summary>
public interface IFileVault
{
    /// <summary>Takes a file in; it is durable when this returns.</summary>
    /// <param name="content">Read to its end, once.</param>
    /// <param name="maximumSize">Bytes.</param>
    /// <param name="ct">Cancels; nothing is kept then.</param>
    /// <exception cref="Domain.RuleBrokenException">It is larger; nothing is kept then.</exception>
    Task<StoredFile> PutAsync(Stream content, long maximumSize, CancellationToken ct);

    /// <summary>Opens a file for reading.</summary>
    /// <exception cref="NotFoundException">The vault has no such file.</exception>
    Task<Stream> OpenAsync(string sha256, CancellationToken ct);
}
