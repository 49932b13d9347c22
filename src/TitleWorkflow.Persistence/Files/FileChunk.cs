using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TitleWorkflow.Persistence.Files;

/// <summary>A part of a file kept in the database, where several nodes share one; beside SQLite, files lie on the disk.</summary>
public sealed class FileChunk
{
    /// <summary>Most bytes of one part: a file of any size passes through little memory.</summary>
    public const int MaximumSize = 512 * 1024;

    /// <summary>Hash of the whole file, lower-case hex.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Place in the file, from 0.</summary>
    public required int Part { get; init; }

    /// <summary>At most <see cref="MaximumSize"/> bytes.</summary>
    public required byte[] Bytes { get; init; }
}

internal sealed class FileChunkMap : IEntityTypeConfiguration<FileChunk>
{
    public void Configure(EntityTypeBuilder<FileChunk> builder) =>
        builder.ToTable("FileChunks").HasKey(c => new { c.Sha256, c.Part });
}
