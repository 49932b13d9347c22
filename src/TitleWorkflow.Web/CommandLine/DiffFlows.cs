using System.Text.Json.Nodes;
using TitleWorkflow.Application.Workflows;
using TitleWorkflow.Engine.Activities;
using TitleWorkflow.Engine.Documents;

namespace TitleWorkflow.Web.CommandLine;

/// <summary>Says what differs between two files of a flow: step by step, then line by line.</summary>
internal sealed class DiffFlows(ActivityCatalog activities, Lines lines)
{
    /// <returns>1 if the flow differs, else 0.</returns>
    public int Run(string before, string after, bool asJson)
    {
        var comparison = FlowComparison.Between(
            WorkflowDocument.Parse(FlowFiles.Read(before).Json), WorkflowDocument.Parse(FlowFiles.Read(after).Json), activities);
        foreach (var change in comparison.Changes)
        {
            Print(change, asJson);
        }

        foreach (var line in comparison.IsSame ? [] : comparison.Lines)
        {
            Print(line, asJson);
        }

        return comparison.IsSame ? 0 : 1;
    }

    private void Print(FlowChange change, bool asJson)
    {
        if (asJson)
        {
            lines.Write(new JsonObject { ["change"] = $"{change.Kind}", ["activityId"] = change.Id, ["step"] = change.Step });
        }
        else
        {
            lines.Write($"{change.Kind}: {change.Step} [{change.Id}]");
        }
    }

    private void Print(FlowLine line, bool asJson)
    {
        if (asJson)
        {
            lines.Write(new JsonObject { ["line"] = line.Text, ["kind"] = $"{line.Kind}" });
        }
        else
        {
            lines.Write(line.Kind switch
            {
                FlowLineKind.Added => "+ " + line.Text,
                FlowLineKind.Removed => "- " + line.Text,
                FlowLineKind.Gap => $"@@ {line.Text} @@",
                _ => "  " + line.Text,
            });
        }
    }
}
