using System.Text.RegularExpressions;

namespace TitleWorkflow.Web.Tests.Architecture;

/// <summary>
/// What was observed of Elsa, and where this engine differs from it on purpose: each sentence has a test that names it, with the
/// section of the semantics it comes from.
/// </summary>
public sealed partial class SemanticsTests
{
    private static readonly string[] Observed =
    [
        "1.2 executing an unknown type faults",
        "2 outputs of activities are lost at a suspension",
        "3 suspended is also what has no bookmark at all",
        "4.2 an explicit Done does not match a connection without a port",
        "4.2 an outcome nobody is connected to ends its path",
        "4.3 the untaken branch is skipped through and the merge runs once",
        "4.3 a join waits for both, also across suspensions",
        "4.3 a rework loop works through a backward connection",
        "4.3 looping back out of a parallel branch restarts the fork",
        "4.3 a merge on a branch that is never taken waits for ever",
        "4.4 End completes the flowchart and cancels its other branches",
        "4.4 Finish leaves other executions running in the history",
        "5 ForEach is sequential, also across suspensions",
        "5 ParallelForEach keeps the values of each item across suspensions",
        "5 a reported task goes through the bookmark queue",
        "6 a variable without a driver is not persisted",
        "6 a start input without a driver is gone after a suspension",
        "8 queued work items still run after a fault",
        "8 continuing with incidents leaves the workflow suspended with an incident",
        "9 cancelled instances leave their executions running",
        "10 the typical order of the journal",
        "12 running instances keep their version",
        "13 a migrated instance goes on in the target version",
        "13 a modified variable is seen by the next script",
        "13 a scheduled activity runs beside what is open",
        "13 cancelling the only open activity leaves the instance suspended",
    ];

    private static readonly string[] Deviations =
    [
        "1.1 unknown properties are kept on a round trip",
        "1.2 unknown types are refused on publish",
        "1.4 a variable of unknown type is an error",
        "2 outputs of completed activities persist",
        "3 such instances are reported as stuck",
        "4.2 such an outcome is a warning on publish",
        "4.3 a backward connection that leaves a parallel region is flagged",
        "4.4 Finish cancels them",
        "5 a reported task resumes directly",
        "6 a variable without a driver is kept with the instance",
        "6 start inputs are always stored and the resume input lies on top",
        "6 inputs are validated at start",
        "7.4 the caller is told already finished or already done",
        "7.4 exclusive execution with a version check, the loser retries",
        "7.4 a durable inbox with visible dead letters",
        "8 the loop stops after a fault and tasks stay frozen",
        "9 every execution is cancelled depth-first first",
        "11 one transaction for all of it",
        "12 a version with instances is not deleted",
        "12 activation is enforced by a unique key",
        "13 alterations end with the normal status rule",
    ];

    [Fact]
    public void Every_observation_has_a_test_that_names_it() => Assert.Equal(Observed.Order(StringComparer.Ordinal), Named("Checked"));

    [Fact]
    public void Every_deviation_has_a_test_that_names_it() => Assert.Equal(Deviations.Order(StringComparer.Ordinal), Named("Deviate"));

    private static IEnumerable<string> Named(string kind) => House.Files("tests", ".cs")
        .SelectMany(file => Traits().Matches(House.Read(file)))
        .Where(match => match.Groups["kind"].Value == kind)
        .Select(match => match.Groups["sentence"].Value)
        .Order(StringComparer.Ordinal);

    [GeneratedRegex("""^    \[Trait\("(?<kind>Checked|Deviate)", "(?<sentence>[^"]+)"\)\]\r?\n""", RegexOptions.Multiline)]
    private static partial Regex Traits();
}
