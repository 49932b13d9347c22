using System.Globalization;
using TitleWorkflow.CrashDrill;

// dotnet run --project tests/TitleWorkflow.CrashDrill -- [--declarations 200] [--kills 50] [--clients 64]
//     [--database sqlite|postgres] [--nodes 2] [--server PATH/TitleWorkflow.Web.dll]
// PostgreSQL is the server that TITLEWORKFLOW_POSTGRES names; a database is made there and dropped at the end.
var options = new DrillOptions
{
    Declarations = Number("--declarations", 200),
    Kills = Number("--kills", 50),
    Clients = Number("--clients", 64),
    Nodes = Number("--nodes", 1),
    Postgres = Text("--database") == "postgres"
        ? Environment.GetEnvironmentVariable("TITLEWORKFLOW_POSTGRES") ?? throw new InvalidOperationException("TITLEWORKFLOW_POSTGRES is not set.")
        : null,
    Server = Text("--server") ?? DrillOptions.BuiltServer,
};
using var drill = new Drill(options, Console.Out);
var report = await drill.RunAsync(CancellationToken.None);
Console.WriteLine(report);
return report.Defects.Count == 0 ? 0 : 1;

string? Text(string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;

int Number(string name, int otherwise) => Text(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
