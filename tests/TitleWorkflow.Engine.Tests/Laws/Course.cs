using TitleWorkflow.Engine.State;
using TitleWorkflow.Engine.Tests.Hosting;

namespace TitleWorkflow.Engine.Tests.Laws;

/// <summary>The course of a drawing: it is started, and people act on its open tasks until none is left.</summary>
internal static class Course
{
    /// <summary>More than any drawing needs: loops end after a few rounds.</summary>
    public const int MostActs = 400;

    /// <param name="drawing">What runs.</param>
    /// <param name="reloads">Whether the state goes through JSON between the bursts.</param>
    public static EngineHost Run(Drawing drawing, bool reloads = true)
    {
        var host = new EngineHost { Options = new EngineOptions { FlowchartMode = drawing.Plan.Mode } };
        host.Store.SameUnit = reloads ? null : [];
        host.With(drawing.ToFlow());
        RunAsync(drawing, host).GetAwaiter().GetResult();

        return host;
    }

    /// <summary>One in ten or so is cancelled instead of answered.</summary>
    public static bool Cancels(int choice) => choice % 10 == 9;

    private static async Task RunAsync(Drawing drawing, EngineHost host)
    {
        var run = await host.Start();

        for (var acts = 0; acts < MostActs && host.Store.StoredBookmarks is { Count: > 0 } open; acts++)
        {
            var choice = drawing.Plan.Choices[acts % drawing.Plan.Choices.Count];
            var task = open[choice % open.Count];

            if (Cancels(choice))
            {
                var cancel = new CancelActivityAlteration { ActivityInstanceId = task.ActivityInstanceId };
                await host.Engine.AlterAsync(
                    new AlterInstance(run.InstanceId, [cancel]) { By = "admin" }, CancellationToken.None);
            }
            else
            {
                await host.Engine.ResumeAsync(
                    new ResumeWorkflow
                    {
                        BookmarkId = task.Id,
                        Input = EngineHost.Values(new { Outcome = Answer(drawing, host, task) }),
                        By = "ben",
                    },
                    CancellationToken.None);
            }
        }
    }

    private static string Answer(Drawing drawing, EngineHost host, Bookmark task)
    {
        var executions = host.Store.Journal
            .Where(entry => entry.EventName == JournalEvents.Started && entry.ActivityId == task.ActivityId)
            .Select(entry => entry.ActivityInstanceId)
            .ToList();

        return drawing.Outcomes(task.ActivityId, executions.IndexOf(task.ActivityInstanceId) + 1)![0];
    }
}
