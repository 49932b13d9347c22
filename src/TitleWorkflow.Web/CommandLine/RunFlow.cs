using System.Text.Json.Nodes;
using TitleWorkflow.Application.Operation;
using TitleWorkflow.Engine;
using TitleWorkflow.Engine.Activities;
using TitleWorkflow.Engine.Documents;
using TitleWorkflow.Engine.State;
using TitleWorkflow.Engine.Trials;

namespace TitleWorkflow.Web.CommandLine;

/// <summary>Tries one flow in memory and prints what happens, one JSON object a line.</summary>
internal sealed class RunFlow(ActivityCatalog activities, Lines lines, TimeProvider clock)
{
    private const int Finished = 0;
    private const int Misused = 1;
    private const int Faulted = 2;
    private const int Suspended = 3;

    public sealed record Request(
        string File, string? Input, string? Answers, FlowchartMode Mode, string? Definitions, bool ResumesAll);

    public async Task<int> RunAsync(Request request, CancellationToken ct)
    {
        var trial = Prepare(request);

        try
        {
            return Report(await TrialRun.RunAsync(trial, happened => lines.Write(TrialJson.Of(happened)), ct));
        }
        catch (DocumentException exception)
        {
            throw new FlowFileException($"{request.File}: {exception.Error.Path}: {exception.Message}");
        }
    }

    private Trial Prepare(Request request)
    {
        var definition = FlowFiles.Read(request.File);
        var others = request.Definitions is null ? [] : FlowFiles.ReadAll(request.Definitions);

        return new Trial(definition, activities)
        {
            Others = [.. others.Where(other => other.VersionId != definition.VersionId)],
            Input = request.Input is null ? [] : Input(request.Input),
            Answers = request.Answers is null ? [] : TrialAnswers.Read(request.Answers),
            ResumesAll = request.ResumesAll,
            Options = new EngineOptions
            {
                FlowchartMode = request.Mode,
                TimeZone = new ApplicationClock(clock).LocalTimeZone,
            },
            Now = clock.GetUtcNow(),
        };
    }

    private static Dictionary<string, JsonNode?> Input(string given) =>
        FlowFiles.Json(given) is JsonObject input
            ? input.ToDictionary()
            : throw new FlowFileException("--input: a JSON object is expected.");

    private int Report(TrialResult result)
    {
        if (result.Instance is not { } instance)
        {
            throw new FlowFileException(string.Join('\n', result.Refusals));
        }

        foreach (var line in TrialJson.Of(result, instance))
        {
            lines.Write(line);
        }

        if (result.IsCutShort)
        {
            Console.Error.WriteLine($"Given up after {TrialRun.MostResumes} resumes: the flow would go on for ever.");
        }

        foreach (var answer in result.UnusedAnswers)
        {
            Console.Error.WriteLine($"Nobody asked for the answer of {answer.ActivityId ?? answer.Type}.");
        }

        return instance.SubStatus switch
        {
            WorkflowSubStatus.Finished => Finished,
            WorkflowSubStatus.Suspended => Suspended,
            WorkflowSubStatus.Faulted => Faulted,
            _ => Misused,
        };
    }
}
