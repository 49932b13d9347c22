using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using TitleWorkflow.Application.Workflows.Guards;
using TitleWorkflow.Engine;
using TitleWorkflow.Engine.Activities;
using TitleWorkflow.Engine.Documents;
using TitleWorkflow.Persistence;
using TitleWorkflow.Persistence.Workflows;

namespace TitleWorkflow.Application.Workflows;

/// <summary>
/// Reads the flow files of a folder at start. Content never seen for its definition becomes a new version; known content is
/// ignored; nothing is overwritten.
/// </summary>
public sealed class ImportFlowFiles(
    TitleDb db, StepTypes types, ConsumingFlows consumers, FlowTriggers triggers, TimeProvider clock, ILogger<ImportFlowFiles> logger)
{
    /// <summary>Imports every <c>*.json</c> of <paramref name="directory"/>, in order of name.</summary>
    /// <param name="directory">The folder.</param>
    /// <param name="publish">Publish new versions at once (a demonstration), or leave them as drafts awaiting approval.</param>
    /// <param name="ct">Cancels.</param>
    public Task RunAsync(string directory, bool publish, CancellationToken ct) =>
        RunAsync([.. Directory.GetFiles(directory, "*.json").Order(StringComparer.Ordinal)], publish, ct);

    /// <summary>Imports files.</summary>
    /// <param name="files">The files; of several of one flow the last becomes the newest version.</param>
    /// <param name="publish">As above.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The versions stored; none for content that was known.</returns>
    public async Task<IReadOnlyList<WorkflowVersion>> RunAsync(IReadOnlyList<string> files, bool publish, CancellationToken ct)
    {
        var stored = new List<WorkflowVersion>();
        var read = new List<FlowFile>();
        foreach (var file in files)
        {
            read.Add(new FlowFile(file, await File.ReadAllTextAsync(file, ct)));
        }

        // Files that come together know one another as steps, whichever is read first and whether or not they are in force yet.
        var together = await types.AfterAsync([.. read.GroupBy(f => f.DefinitionId).Select(f => f.Last().As(0))], ct);
        foreach (var file in read)
        {
            if (await ImportAsync(file, together, publish, ct) is { } version)
            {
                stored.Add(version);
            }
        }

        await db.SaveChangesAsync(ct);
        return stored;
    }

    private async Task<WorkflowVersion?> ImportAsync(FlowFile file, ActivityCatalog together, bool publish, CancellationToken ct)
    {
        // Two files of one flow may lie in the folder: the version made of the first is not stored yet.
        await db.WorkflowVersions.Where(v => v.DefinitionId == file.DefinitionId).LoadAsync(ct);
        var versions = db.WorkflowVersions.Local.Where(v => v.DefinitionId == file.DefinitionId).ToList();
        var next = file.As(versions.Select(v => v.Version).DefaultIfEmpty(0).Max() + 1);
        if (versions.Any(v => v.ContentHash == file.Hash) || !await IsSoundAsync(file, together, next, ct))
        {
            return null;
        }

        var now = clock.GetUtcNow();
        foreach (var published in versions.Where(v => publish && v.IsPublished))
        {
            published.IsPublished = false;
            published.Revision++;
        }

        var version = new WorkflowVersion
        {
            Id = next.VersionId,
            DefinitionId = next.DefinitionId,
            Version = next.Version,
            Name = file.Document.Name ?? next.DefinitionId,
            Json = next.Json,
            ContentHash = file.Hash,
            CreatedAt = now,
            IsPublished = publish,
            PublishedAt = publish ? now : null,
        };
        db.WorkflowVersions.Add(version);
        if (publish)
        {
            await triggers.PutInForceAsync(version, ct);
        }

        logger.LogInformation("Flow {Flow} version {Version} imported from {File}.", next.DefinitionId, next.Version, file.Path);
        return version;
    }

    private async Task<bool> IsSoundAsync(FlowFile file, ActivityCatalog together, StoredDefinition next, CancellationToken ct)
    {
        IReadOnlyList<DocumentError> errors =
        [
            .. FlowInspection.Errors(file.Document, together),
            .. await consumers.BrokenByAsync(next, ct),
        ];
        foreach (var error in errors)
        {
            logger.LogError("{File}: {Path}: {Message} [{Code}]", file.Path, error.Path, error.Message, error.Code);
        }

        return errors.Count == 0;
    }

    private sealed class FlowFile(string path, string json)
    {
        public string Path { get; } = path;

        public WorkflowDocument Document { get; } = WorkflowDocument.Parse(json);

        // A document without a definition id has no history to join; its file name is its id then.
        public string DefinitionId => Document.DefinitionId ?? System.IO.Path.GetFileNameWithoutExtension(Path);

        public string Hash => Document.ContentHash();

        public StoredDefinition As(int version) =>
            new(FlowVersionId.Of(DefinitionId, version, Hash), DefinitionId, version, json);
    }
}
