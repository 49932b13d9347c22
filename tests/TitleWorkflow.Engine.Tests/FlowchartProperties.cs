using FsCheck;
using FsCheck.Fluent;
using TitleWorkflow.Engine.Documents;
using TitleWorkflow.Engine.State;
using TitleWorkflow.Engine.Tests.Hosting;

namespace TitleWorkflow.Engine.Tests;

public sealed class FlowchartProperties
{
    private sealed record Drawing(bool[] Waits, (int From, int To, int Port)[] Lines, FlowchartMode Mode);

    // Forward lines lead to higher numbers; some lines lead back. Reviews answer with their two outcomes in turn.
    private static readonly Arbitrary<Drawing> Drawings = (
        from size in Gen.Choose(2, 8)
        from waits in Gen.Elements(true, false).ArrayOf(size)
        from lines in (
            from a in Gen.Choose(0, size - 1)
            from b in Gen.Choose(0, size - 1)
            from back in Gen.Choose(0, 5)
            from port in Gen.Choose(0, 1)
            select back == 0 ? (Math.Max(a, b), Math.Min(a, b), port) : (Math.Min(a, b), Math.Max(a, b), port)).ArrayOf(size + 3)
        from mode in Gen.Elements(FlowchartMode.Counter, FlowchartMode.Counter, FlowchartMode.Token)
        select new Drawing(waits, lines, mode)).ToArbitrary();

    private static Flow ToFlow(Drawing drawing)
    {
        var flow = Flow.Chart();

        for (var i = 0; i < drawing.Waits.Length; i++)
        {
            flow.Add($"n{i}", drawing.Waits[i] ? "Review" : "Choose");
        }

        foreach (var (from, to, port) in drawing.Lines.Distinct())
        {
            var outcome = !drawing.Waits[from] ? "Done" : port == 0 ? "Approve" : "Reject";
            flow.Arrow($"n{from} -{outcome}-> n{to}");
        }

        return flow;
    }

    private static async Task<(EngineHost Host, List<string> Trace)> Run(Drawing drawing, bool reloads)
    {
        var host = new EngineHost { Options = new EngineOptions { FlowchartMode = drawing.Mode, MaxStepsPerBurst = 60 } };
        host.Store.SameUnit = reloads ? null : [];
        host.With(ToFlow(drawing));
        await host.Start();

        for (var answers = 0; answers < 12 && host.Instance().Status == WorkflowStatus.Running && host.Store.StoredBookmarks.Count > 0; answers++)
        {
            await host.Engine.ResumeAsync(
                new ResumeWorkflow
                {
                    BookmarkId = host.Store.StoredBookmarks[answers % host.Store.StoredBookmarks.Count].Id,
                    Input = EngineHost.Values(new { Outcome = answers % 3 == 2 ? "Reject" : "Approve" }),
                    By = "ben",
                },
                CancellationToken.None);
        }

        return (host, [.. host.Trace(containers: true)]);
    }

    [Fact]
    public void A_burst_that_is_saved_and_loaded_goes_on_as_if_it_had_not_been() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(150),
            Prop.ForAll(Drawings, drawing =>
                Run(drawing, reloads: true).GetAwaiter().GetResult().Trace
                    .SequenceEqual(Run(drawing, reloads: false).GetAwaiter().GetResult().Trace)));

    [Fact]
    public void Every_instance_ends_waits_or_says_why_it_is_stuck() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(200),
            Prop.ForAll(Drawings, drawing =>
            {
                var instance = Run(drawing, reloads: true).GetAwaiter().GetResult().Host.Instance();

                return instance.SubStatus switch
                {
                    WorkflowSubStatus.Finished => instance.Bookmarks.Count == 0 && !instance.ActiveActivities().Any(),
                    WorkflowSubStatus.Faulted => instance.Incidents.Any(incident => incident.IsOpen),
                    _ => instance.Bookmarks.Count > 0 || instance.Incidents.Any(incident => incident is { IsOpen: true, Kind: IncidentKind.Stuck }),
                };
            }));

    [Fact]
    public void A_document_that_is_read_and_written_is_the_same() =>
        Check.One(
            Config.QuickThrowOnFailure,
            Prop.ForAll(Drawings, drawing =>
            {
                var document = ToFlow(drawing).ToDocument();

                return WorkflowDocument.Parse(document.ToJson()).ToJson() == document.ToJson()
                    && WorkflowDocument.Parse(document.ToJson(indented: true)).ContentHash() == document.ContentHash();
            }));

    [Fact]
    public void The_journal_is_numbered_without_gaps_and_every_end_has_a_beginning() =>
        Check.One(
            Config.QuickThrowOnFailure,
            Prop.ForAll(Drawings, drawing =>
            {
                var journal = Run(drawing, reloads: true).GetAwaiter().GetResult().Host.Store.Journal;

                return journal.Select(entry => entry.Sequence).SequenceEqual(Enumerable.Range(1, journal.Count).Select(n => (long)n))
                    && journal.GroupBy(entry => entry.ActivityInstanceId).All(execution => execution.First().EventName == "Started")
                    && journal.GroupBy(entry => entry.ActivityInstanceId)
                        .All(execution => execution.Count(entry => entry.EventName is "Completed" or "Canceled") <= 1);
            }));
}
