using System.Text.Json.Nodes;
using TitleWorkflow.Application.Workflows.Guards;
using TitleWorkflow.Engine.Activities;
using TitleWorkflow.Engine.Documents;

namespace TitleWorkflow.Web.CommandLine;

/// <summary>Says what is wrong with flow files, by JSON path, the regulation's floor included. Files checked together know one another as activities.</summary>
internal sealed class CheckFlows(ActivityCatalog activities, Lines lines)
{
    /// <returns>1 if anything forbids publishing, else 0.</returns>
    public int Run(IReadOnlyList<string> paths, bool asJson)
    {
        var files = FlowFiles.Find(paths).Select(file => (File: file, Json: FlowFiles.Text(file))).ToList();
        var documents = files.Select(file => Parse(file.Json)).ToList();
        var catalog = activities.With(files.Zip(documents, (file, read) => (file.File, read.Document))
            .Where(read => read.Document is { Options.UsableAsActivity: true })
            .Select(read => WorkflowActivity.Describe(FlowFiles.Definition(read.File, read.Document!))));
        var wrong = 0;

        foreach (var ((file, _), (document, unreadable)) in files.Zip(documents))
        {
            foreach (var error in document is null ? [unreadable!] : FlowInspection.Check(document, catalog))
            {
                wrong += error.Severity == DocumentErrorSeverity.Error ? 1 : 0;
                Print(file, error, asJson);
            }
        }

        return wrong > 0 ? 1 : 0;
    }

    private static (WorkflowDocument? Document, DocumentError? Unreadable) Parse(string json)
    {
        try
        {
            return (WorkflowDocument.Parse(json), null);
        }
        catch (DocumentException exception)
        {
            return (null, exception.Error);
        }
    }

    private void Print(string file, DocumentError error, bool asJson)
    {
        var severity = error.Severity == DocumentErrorSeverity.Error ? "error" : "warning";

        if (asJson)
        {
            lines.Write(new JsonObject
            {
                ["file"] = file,
                ["path"] = error.Path,
                ["severity"] = severity,
                ["code"] = error.Code,
                ["message"] = error.Message,
            });
        }
        else
        {
            lines.Write($"{file}: {error.Path}: {severity}: {error.Message} [{error.Code}]");
        }
    }
}
