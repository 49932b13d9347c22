using System.Text.RegularExpressions;
using TitleWorkflow.Engine.Tests.Hosting;

namespace TitleWorkflow.Engine.Tests.Laws;

[Trait("Semantics", "11")]
public sealed partial class DurabilityProperties
{
    [Fact]
    public void A_burst_that_is_saved_and_loaded_goes_on_as_if_it_had_not_been() =>
        Law.Holds(Drawings.InBothModes, drawing =>
            Assert.Equal(Told(Course.Run(drawing, reloads: false)), Told(Course.Run(drawing, reloads: true))));

    /// <summary>The journal, the outputs and the state at the end, ids by the order in which they appear.</summary>
    private static string Told(EngineHost host)
    {
        var numbers = new Dictionary<string, string>();
        var story = string.Join('\n', host.Store.Journal.Select(entry => $"{entry} {string.Join(',', entry.Outcomes)}"));

        return AnId().Replace(
            $"{story}\n{host.Instance().ToJson()}",
            id => numbers.TryGetValue(id.Value, out var known) ? known : numbers[id.Value] = $"#{numbers.Count + 1}");
    }

    [GeneratedRegex("[0-9a-f]{32}|[0-9A-F]{64}|[0-9A-F]{16}")]
    private static partial Regex AnId();
}
