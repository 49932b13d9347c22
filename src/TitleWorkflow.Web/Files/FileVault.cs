using System.Buffers;
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
internal sealed class FileVault(HostDirectories directories) : IFileVault
{
    private const int BufferSize = 128 * 1024;

    private readonly string root = Path.Combine(directories.Data, "vault");

    public async Task<StoredFile> PutAsync(Stream content, long maximumSize, CancellationToken ct)
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

    public Stream Open(string sha256)
    {
        var place = PlaceOf(sha256);

        return File.Exists(place)
            ? new FileStream(place, FileMode.Open, FileAccess.Read, FileShare.Read, BufferSize, useAsync: true)
            : throw new NotFoundException();
    }

    private static async Task<StoredFile> CopyAsync(Stream content, string path, long maximumSize, CancellationToken ct)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var target = new FileStream(
            path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, useAsync: true);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            var (size, type) = (0L, (EvidenceType?)null);
            while (await content.ReadAtLeastAsync(buffer, BufferSize, throwOnEndOfStream: false, ct) is > 0 and var read)
            {
                type = size == 0 ? FileKind.Of(buffer.AsSpan(0, read)) : type;
                size += read;

                // While it streams: a file too large never lies on disk whole.
                DeclarationRules.EvidenceSize.Require(size <= maximumSize);
                hash.AppendData(buffer, 0, read);
                await target.WriteAsync(buffer.AsMemory(0, read), ct);
            }

            target.Flush(flushToDisk: true);

            return new StoredFile(Convert.ToHexStringLower(hash.GetHashAndReset()), size, type);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private string PlaceOf(string sha256) => Path.Combine(root, sha256[..2], sha256);
}
