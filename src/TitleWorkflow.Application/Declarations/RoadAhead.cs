using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Workflows;
using TitleWorkflow.Application.Workflows.Guards;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.RuleSets;
using TitleWorkflow.Engine.Activities;
using TitleWorkflow.Engine.Documents;
using TitleWorkflow.Engine.State;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Declarations;

/// <summary>A step still to come, as the flow draws it.</summary>
/// <param name="Type">Its type name, e.g. <c>TitleWorkflow.AwaitPublicity</c>; <c>Assessment</c> for the whole assessment.</param>
/// <param name="Title">What the drawing calls it.</param>
/// <param name="EnglishTitle">Its English name; null if the flow gives none.</param>
public sealed record StepAhead(string Type, string Title, string? EnglishTitle);

/// <summary>
/// Reads from the running flow what comes next if all goes well: from where it waits along the first outcome of each step.
/// Inside the assessment it says nothing but that there is one.
/// </summary>
public sealed class RoadAhead(TitleDb db, StepTypes types)
{
    private const int Furthest = 40;

    private static readonly StepAhead Assessment = new("Assessment", "评审", "Review by the committee");

    /// <summary>The steps ahead of a live case, at most the given number; empty where the flow has ended.</summary>
    public async Task<IReadOnlyList<StepAhead>> OfAsync(Declaration declaration, int most, CancellationToken ct)
    {
        var id = declaration.Id.ToString();
        var running = await db.WorkflowInstances.AsNoTracking().Where(i => i.Id == id)
            .Join(db.WorkflowVersions, i => i.VersionId, v => v.Id, (i, v) => new { i.State, v.Json })
            .SingleOrDefaultAsync(ct);
        if (running is null)
        {
            return [];
        }

        var instance = WorkflowInstance.FromJson(running.State);
        var flow = await FlowAsync(running.Json, instance, declaration.RuleSet, declaration.Level, ct);
        var waiting = instance.Bookmarks.Select(b => b.ActivityNodeId).LastOrDefault();
        var start = flow.Find(n => n.NodeId == waiting);
        return start is null || flow.IsAssessment(start) ? [] : [.. flow.After(start).Take(most)];
    }

    /// <summary>The steps of the version in force of a plan's flow, from its start; empty where there is none.</summary>
    public async Task<IReadOnlyList<StepAhead>> OfPlanAsync(AnnualPlan plan, CancellationToken ct)
    {
        var json = await db.WorkflowVersions.AsNoTracking().Where(v => v.DefinitionId == plan.Flow && v.IsPublished)
            .Select(v => v.Json).SingleOrDefaultAsync(ct);
        var flow = json is null ? null : await FlowAsync(json, null, plan.RuleSet, plan.Level, ct);
        return flow?.Find(n => n.Type == "Elsa.Start") is { } start ? [.. flow.After(start)] : [];
    }

    private async Task<Flow> FlowAsync(string json, WorkflowInstance? instance, RuleSetId rules, TitleLevel level, CancellationToken ct)
    {
        var document = WorkflowDocument.Parse(json);
        var content = (await db.RuleSets.AsNoTracking().SingleAsync(r => r.Id == rules, ct)).Content;
        List<string> skipped =
            [.. Hop.Authorities.Where(a => content.HopAt(a, level) == HopMode.Skip).Select(a => $"{a}")];
        return new Flow(await types.ForAsync(document, instance, ct), document, skipped);
    }

    // A flow with the flows it uses as steps written out: whoever waits in one of them goes on in the one around it.
    private sealed class Flow(ActivityCatalog catalog, WorkflowDocument document, IReadOnlyCollection<string> skipped)
    {
        private const string End = "Elsa.Complete";

        private readonly InlinedWorkflow whole = new(document, catalog);

        public ActivityNode? Find(Func<ActivityNode, bool> isIt) => whole.Document.Nodes.FirstOrDefault(isIt);

        public IEnumerable<StepAhead> After(ActivityNode start)
        {
            var assessed = false;
            for (var (node, steps) = (Next(start), 0); node is not null && steps < Furthest; node = Next(node), steps++)
            {
                if (IsAssessment(node))
                {
                    if (!assessed)
                    {
                        yield return Assessment;
                    }

                    assessed = true;
                }
                else if (node.Type.StartsWith("TitleWorkflow.", StringComparison.Ordinal) && !IsSkipped(node))
                {
                    yield return new StepAhead(node.Type, node.DisplayText, FlowSketch.EnglishName(node));
                }
            }
        }

        public bool IsAssessment(ActivityNode node) =>
            Text(node, "stage") == nameof(Stage.Assessment) || catalog.Find(node.Type)?.Category == "评审";

        private bool IsSkipped(ActivityNode node) => TaskFloor.IsHop(node) && Text(node, "scope") is { } scope && skipped.Contains(scope);

        private ActivityNode? Next(ActivityNode node)
        {
            if (whole.Behind(node) is not null)
            {
                return node.Children.SelectMany(chart => chart.Children).FirstOrDefault(n => n.Type == "Elsa.Start");
            }

            if (node.Parent is not { } chart)
            {
                return null;
            }

            return node.Type == End && chart.Parent is { } part && whole.Behind(part) is not null
                ? Along(part, Text(node, "outcomes") is { } outcome ? [outcome] : [])
                : catalog.Find(node.Type) is { IsTerminal: false } type ? Along(node, type.OutcomesOf(node)) : null;
        }

        private static ActivityNode? Along(ActivityNode node, IEnumerable<string> outcomes)
        {
            var ways = node.Parent!.Connections.Where(c => c.Source == node.Id).ToList();
            var first = outcomes.Select(o => ways.Find(w => w.SourcePort == o)).FirstOrDefault(w => w is not null);
            return (first ?? ways.FirstOrDefault())?.Target is { } target
                ? node.Parent.Children.FirstOrDefault(n => n.Id == target)
                : null;
        }

        private static string? Text(ActivityNode node, string input) =>
            node.Input(input)?.Value is JsonValue value && value.TryGetValue<string>(out var text) && text.Length > 0 ? text : null;
    }
}
