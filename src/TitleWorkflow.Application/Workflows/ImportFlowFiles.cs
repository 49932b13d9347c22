using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using TitleWorkflow.Application.Workflows.Guards;
using TitleWorkflow.Engine;
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
        foreach (var file in files)
        {
            if (await ImportAsync(file, publish, ct) is { } version)
            {
                stored.Add(version);
            }
        }

        await db.SaveChangesAsync(ct);
        return stored;
    }

    private async Task<WorkflowVersion?> ImportAsync(string file, bool publish, CancellationToken ct)
    {
        var json = await File.ReadAllTextAsync(file, ct);
        var document = WorkflowDocument.Parse(json);

        // A document without a definition id has no history to join; its file name is its id then.
        var definitionId = document.DefinitionId ?? Path.GetFileNameWithoutExtension(file);

        // Two files of one flow may lie in the folder: the version made of the first is not stored yet.
        await db.WorkflowVersions.Where(v => v.DefinitionId == definitionId).LoadAsync(ct);
        var versions = db.WorkflowVersions.Local.Where(v => v.DefinitionId == definitionId).ToList();
        var hash = document.ContentHash();
        var number = versions.Select(v => v.Version).DefaultIfEmpty(0).Max() + 1;
        var id = FlowVersionId.Of(definitionId, number, hash);
        if (versions.Any(v => v.ContentHash == hash)
            || !await IsSoundAsync(file, document, new StoredDefinition(id, definitionId, number, json), ct))
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
            Id = id,
            DefinitionId = definitionId,
            Version = number,
            Name = document.Name ?? definitionId,
            Json = json,
            ContentHash = hash,
            CreatedAt = now,
            IsPublished = publish,
            PublishedAt = publish ? now : null,
        };
        db.WorkflowVersions.Add(version);
        if (publish)
        {
            await triggers.PutInForceAsync(version, ct);
        }

        logger.LogInformation("Flow {Flow} version {Version} imported from {File}.", definitionId, number, file);
        return version;
    }

    private async Task<bool> IsSoundAsync(string file, WorkflowDocument document, StoredDefinition next, CancellationToken ct)
    {
        IReadOnlyList<DocumentError> errors =
        [
            .. FlowInspection.Errors(document, await types.AllAsync(ct)),
            .. await consumers.BrokenByAsync(next, ct),
        ];
        foreach (var error in errors)
        {
            logger.LogError("{File}: {Path}: {Message} [{Code}]", file, error.Path, error.Message, error.Code);
        }

        return errors.Count == 0;
    }
}
