using System.Buffers;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using TitleWorkflow.Application;
using TitleWorkflow.Application.Declarations;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Web.Operation;

namespace TitleWorkflow.Web.Files;

/// <summary>
/// Files by their hash: <c>vault/ab/ab12…</c> under the data directory. A file appears under its name whole and on disk, or
/// not at all.
/// </summary>
internal sealed class DiskVault(HostDirectories directories) : IFileVault
{
    private const int BufferSize = 128 * 1024;

    private readonly string root = Path.Combine(directories.Data, "vault");

    public Task<StoredFile> PutAsync(Stream content, long maximumSize, CancellationToken ct) =>
        PutAsync(PartsOf(content, ct), maximumSize, ct);

    /// <summary>Takes a file in that comes in parts, the first of which shows what kind it is.</summary>
    public async Task<StoredFile> PutAsync(
        IAsyncEnumerable<ReadOnlyMemory<byte>> content, long maximumSize, CancellationToken ct)
    {
        var incoming = Path.Combine(Directory.CreateDirectory(Path.Combine(root, "incoming")).FullName, Path.GetRandomFileName());
        try
        {
            var file = await CopyAsync(content, incoming, maximumSize, ct);
            var place = PlaceOf(file.Sha256);
            Directory.CreateDirectory(Path.GetDirectoryName(place)!);
            File.Move(incoming, place, overwrite: true);

            return file;
        }
        finally
        {
            File.Delete(incoming);
        }
    }

    public Task<Stream> OpenAsync(string sha256, CancellationToken ct) =>
        Task.FromResult(Find(sha256) ?? throw new NotFoundException());

    /// <summary>Opens a file; null if there is none.</summary>
    public Stream? Find(string sha256)
    {
        var place = PlaceOf(sha256);

        return File.Exists(place)
            ? new FileStream(place, FileMode.Open, FileAccess.Read, FileShare.Read, BufferSize, useAsync: true)
            : null;
    }

    private static async Task<StoredFile> CopyAsync(
        IAsyncEnumerable<ReadOnlyMemory<byte>> content, string path, long maximumSize, CancellationToken ct)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var target = new FileStream(
            path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, useAsync: true);
        var (size, type) = (0L, (EvidenceType?)null);
        await foreach (var part in content.WithCancellation(ct))
        {
            type = size == 0 ? FileKind.Of(part.Span) : type;
            size += part.Length;

            // While it streams: a file too large never lies on disk whole.
            DeclarationRules.EvidenceSize.Require(size <= maximumSize);
            hash.AppendData(part.Span);
            await target.WriteAsync(part, ct);
        }

        target.Flush(flushToDisk: true);

        return new StoredFile(Convert.ToHexStringLower(hash.GetHashAndReset()), size, type);
    }

    private static async IAsyncEnumerable<ReadOnlyMemory<byte>> PartsOf(
        Stream content, [EnumeratorCancellation] CancellationToken ct)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            while (await content.ReadAtLeastAsync(buffer, BufferSize, throwOnEndOfStream: false, ct) is > 0 and var read)
            {
                yield return buffer.AsMemory(0, read);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private string PlaceOf(string sha256) => Path.Combine(root, sha256[..2], sha256);
}
