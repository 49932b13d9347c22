using System.Globalization;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;
using TitleWorkflow.Engine.Activities;
using TitleWorkflow.Engine.Documents;

namespace TitleWorkflow.Application.Workflows;

/// <summary>What became of a line of a flow's file.</summary>
public enum FlowLineKind
{
    /// <summary>It is in both.</summary>
    Same,

    /// <summary>It is new.</summary>
    Added,

    /// <summary>It is gone.</summary>
    Removed,

    /// <summary>Lines that are in both are left out here.</summary>
    Gap,
}

/// <summary>A line of a flow's file.</summary>
/// <param name="Kind">What became of it.</param>
/// <param name="Text">The line; of a gap, how many lines it stands for.</param>
public sealed record FlowLine(FlowLineKind Kind, string Text);

/// <summary>What differs between two documents of a flow.</summary>
/// <param name="Changes">Steps that differ.</param>
/// <param name="Lines">The files line by line, without what differs by nature: ids and dates of the versions.</param>
public sealed record FlowComparison(IReadOnlyList<FlowChange> Changes, IReadOnlyList<FlowLine> Lines)
{
    // Lines around a change that are shown with it.
    private const int Context = 3;

    /// <summary>Whether the flow is the same.</summary>
    public bool IsSame => Lines.All(l => l.Kind is FlowLineKind.Same or FlowLineKind.Gap);

    /// <summary>Compares an older document with a newer one.</summary>
    public static FlowComparison Between(WorkflowDocument before, WorkflowDocument after, ActivityCatalog catalog) => new(
        FlowChanges.Between(before, after),
        [.. Shortened(InlineDiffBuilder.Diff(Text(before, after, catalog), Text(after, after, catalog)).Lines)]);

    private static string Text(WorkflowDocument document, WorkflowDocument named, ActivityCatalog catalog) => DocumentFile.Write(
        document.WithIdentity(
            named.DefinitionId ?? "", named.DefinitionId ?? "", 0, isLatest: true, isPublished: false, DateTimeOffset.UnixEpoch),
        catalog);

    private static IEnumerable<FlowLine> Shortened(List<DiffPiece> pieces)
    {
        var near = new bool[pieces.Count];
        for (var i = 0; i < pieces.Count; i++)
        {
            if (pieces[i].Type != ChangeType.Unchanged)
            {
                near.AsSpan(Math.Max(0, i - Context)..Math.Min(pieces.Count, i + Context + 1)).Fill(true);
            }
        }

        var skipped = 0;
        for (var i = 0; i < pieces.Count; i++)
        {
            if (!near[i])
            {
                skipped++;
                continue;
            }

            if (skipped > 0)
            {
                yield return Gap(skipped);
                skipped = 0;
            }

            yield return new FlowLine(
                pieces[i].Type switch
                {
                    ChangeType.Inserted => FlowLineKind.Added,
                    ChangeType.Deleted => FlowLineKind.Removed,
                    _ => FlowLineKind.Same,
                },
                pieces[i].Text);
        }

        if (skipped > 0)
        {
            yield return Gap(skipped);
        }
    }

    private static FlowLine Gap(int lines) => new(FlowLineKind.Gap, lines.ToString(CultureInfo.InvariantCulture));
}
