using TitleWorkflow.Benchmarks.Assigning;
using TitleWorkflow.Benchmarks.Engine;
using TitleWorkflow.Benchmarks.Measuring;
using TitleWorkflow.Benchmarks.Reading;
using TitleWorkflow.Benchmarks.Serving;
using TitleWorkflow.Benchmarks.Transitions;

// dotnet run -c Release --project tests/TitleWorkflow.Benchmarks -- [--quick] [--only P1,P5]
var quick = args.Contains("--quick");
var only = Array.IndexOf(args, "--only") is >= 0 and var at && at + 1 < args.Length ? args[at + 1].Split(',') : null;
IBenchmark[] benchmarks =
[
    new CommandThroughput(), new DurableTasks(), new AutomaticSteps(), new BurstsAtScale(), new OverdueWaits(), new ReadsAtScale(),
    new PagesTouched(), new PostgresThroughput(), new ServedTasks(), new ServedPages(), new ExpertAssignment(), new RandomDraws(),
];

var folder = Directory.CreateTempSubdirectory("titleworkflow-bench-").FullName;
try
{
    var rounds = new Rounds(quick ? 2 : 5, new DiskProbe(folder));
    var board = new Scoreboard(Console.Out);
    board.Note("name      ratio        value  unit of the value; what is asked of the ratio");
    foreach (var benchmark in benchmarks.Where(b => only is null || b.Names.Intersect(only).Any()))
    {
        await benchmark.RunAsync(new Bench(Directory.CreateDirectory(Path.Combine(folder, benchmark.Names[0])).FullName, quick, rounds, board), default);
    }

    if (rounds.Flush is { } flush)
    {
        board.Report("flush", 1, flush, "us for a bare 4 KB write and flush");
    }
}
finally
{
    Directory.Delete(folder, recursive: true);
}
