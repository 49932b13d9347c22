using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application;
using TitleWorkflow.Application.Declarations;
using TitleWorkflow.Persistence;
using TitleWorkflow.Persistence.Files;

namespace TitleWorkflow.Web.Files;

/// <summary>
/// Files in the database, so that nodes share nothing else. The disk of a node keeps what passed through it: content under its
/// hash never changes, so a copy is never stale, and a lost one is fetched again.
/// </summary>
internal sealed class DatabaseVault(DiskVault disk, IServiceScopeFactory scopes) : IFileVault
{
    public async Task<StoredFile> PutAsync(Stream content, long maximumSize, CancellationToken ct)
    {
        var file = await disk.PutAsync(content, maximumSize, ct);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TitleDb>();
        if (!await db.FileChunks.AnyAsync(c => c.Sha256 == file.Sha256, ct))
        {
            await StoreAsync(db, file.Sha256, ct);
        }

        return file;
    }

    public async Task<Stream> OpenAsync(string sha256, CancellationToken ct)
    {
        if (disk.Find(sha256) is { } here)
        {
            return here;
        }

        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TitleDb>();
        var chunks = db.FileChunks.AsNoTracking()
            .Where(c => c.Sha256 == sha256).OrderBy(c => c.Part).Select(c => new ReadOnlyMemory<byte>(c.Bytes));
        var fetched = await disk.PutAsync(chunks.AsAsyncEnumerable(), long.MaxValue, ct);

        return fetched switch
        {
            { Size: 0 } => throw new NotFoundException(),
            _ when fetched.Sha256 != sha256 => throw new InvalidDataException($"The stored file {sha256} is damaged."),
            _ => disk.Find(sha256)!,
        };
    }

    // All parts in one transaction: the file is there whole, or not at all. Whoever stores the same file at the same time waits
    // for it, and then has nothing to add.
    private async Task StoreAsync(TitleDb db, string sha256, CancellationToken ct)
    {
        await using var content = disk.Find(sha256)!;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var buffer = new byte[FileChunk.MaximumSize];
        for (var part = 0; await content.ReadAtLeastAsync(buffer, buffer.Length, false, ct) is > 0 and var read; part++)
        {
            var bytes = buffer[..read];
            await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO "FileChunks" ("Sha256", "Part", "Bytes") VALUES ({sha256}, {part}, {bytes})
                ON CONFLICT ("Sha256", "Part") DO NOTHING
                """,
                ct);
        }

        await transaction.CommitAsync(ct);
    }
}
