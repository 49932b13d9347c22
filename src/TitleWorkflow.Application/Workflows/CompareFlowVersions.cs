using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;
using MediatR;
using TitleWorkflow.Application.Workflows.Drafts;
using TitleWorkflow.Engine.Documents;

namespace TitleWorkflow.Application.Workflows;

/// <summary>Compares two states of a flow: step by step, as two pictures, and line by line.</summary>
public static class CompareFlowVersions
{
    /// <param name="DefinitionId">The flow's id.</param>
    /// <param name="From">Number of the older state; null for the version in force, else the one before <paramref name="To"/>.</param>
    /// <param name="To">Number of the newer state, a draft's being the one it would get; null for the newest.</param>
    public sealed record Query(string DefinitionId, int? From = null, int? To = null) : IRequest<Result>;

    /// <param name="States">Numbers of all states, newest first.</param>
    /// <param name="Before">The older state.</param>
    /// <param name="After">The newer state.</param>
    /// <param name="Changes">Steps that differ.</param>
    /// <param name="Lines">The documents line by line, without what differs by nature: ids and dates of the states.</param>
    public sealed record Result(
        IReadOnlyList<int> States,
        GetFlowPicture.Result Before,
        GetFlowPicture.Result After,
        IReadOnlyList<FlowChange> Changes,
        IReadOnlyList<Line> Lines);

    /// <summary>What became of a line.</summary>
    public enum LineKind
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

    /// <param name="Kind">What became of it.</param>
    /// <param name="Text">The line; of a gap, how many lines it stands for.</param>
    public sealed record Line(LineKind Kind, string Text);

    internal sealed class Handler(FlowDesigns designs, FlowSketch sketch) : IRequestHandler<Query, Result>
    {
        // Lines around a change that are shown with it.
        private const int Context = 3;

        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var states = await designs.OfAsync(query.DefinitionId, ct);
            var after = states.FirstOrDefault(s => query.To is null || s.Number == query.To) ?? throw new NotFoundException();
            var before = (query.From is { } from
                    ? states.FirstOrDefault(s => s.Number == from)
                    : states.FirstOrDefault(s => s.IsInForce && s.Number != after.Number)
                        ?? states.FirstOrDefault(s => s.Number < after.Number)
                        ?? after)
                ?? throw new NotFoundException();
            var (old, now) = (WorkflowDocument.Parse(before.Json), WorkflowDocument.Parse(after.Json));
            return new Result(
                [.. states.Select(s => s.Number)],
                Draw(before, old),
                Draw(after, now),
                FlowChanges.Between(old, now),
                [.. Shortened(InlineDiffBuilder.Diff(Text(old, query.DefinitionId), Text(now, query.DefinitionId)).Lines)]);
        }

        private GetFlowPicture.Result Draw(FlowDesign state, WorkflowDocument document) =>
            sketch.Draw(state.Name, state.Number, document, PathTaken.None, []);

        private static string Text(WorkflowDocument document, string definitionId) => document
            .WithIdentity(definitionId, definitionId, 0, isLatest: true, isPublished: false, DateTimeOffset.UnixEpoch)
            .ToJson(indented: true);

        private static IEnumerable<Line> Shortened(List<DiffPiece> pieces)
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

                yield return new Line(
                    pieces[i].Type switch
                    {
                        ChangeType.Inserted => LineKind.Added,
                        ChangeType.Deleted => LineKind.Removed,
                        _ => LineKind.Same,
                    },
                    pieces[i].Text);
            }

            if (skipped > 0)
            {
                yield return Gap(skipped);
            }
        }

        private static Line Gap(int lines) =>
            new(LineKind.Gap, lines.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }
}
