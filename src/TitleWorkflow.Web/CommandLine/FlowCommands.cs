using System.CommandLine;
using TitleWorkflow.Application;
using TitleWorkflow.Engine;
using TitleWorkflow.Engine.Activities;

namespace TitleWorkflow.Web.CommandLine;

/// <summary>
/// What the program answers to <c>flow …</c> instead of serving pages: for designers of flows and for build servers. Only what
/// carries flows to and from the database needs one. Standard output holds what was asked for and nothing else.
/// </summary>
internal static class FlowCommands
{
    private const int Misused = 1;

    /// <summary>Whether the arguments ask for a command rather than for the server.</summary>
    public static bool Includes(string[] args) => args is ["flow", ..];

    public static async Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("职称评审 / review of professional titles") { Flow() };
        var command = root.Parse(args);

        if (command.Errors.Count > 0)
        {
            foreach (var error in command.Errors)
            {
                await Console.Error.WriteLineAsync(error.Message);
            }

            await Console.Error.WriteLineAsync("See: flow --help");

            return Misused;
        }

        try
        {
            return await command.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (FlowFileException exception)
        {
            await Console.Error.WriteLineAsync(exception.Message);

            return Misused;
        }
    }

    private static Command Flow() => new("flow", "Checks, tries and explains flow files (Elsa 3 documents).")
    {
        Check(),
        Run(),
        Diff(),
        Export(),
        Import(),
        Catalog(),
    };

    private static Command Check()
    {
        var paths = new Argument<string[]>("PATH")
        {
            Description = "Files, or folders whose *.json files are meant.",
            Arity = ArgumentArity.OneOrMore,
        };
        var json = new Option<bool>("--json") { Description = "One JSON object a line instead of text." };
        var command = new Command("check", "Says what is wrong with flow files. Exit code 1 if anything forbids publishing.")
        {
            paths, json,
        };
        command.SetAction((line, _) => Task.FromResult(new CheckFlows(Activities, Lines.ToConsole())
            .Run(line.GetValue(paths)!, line.GetValue(json))));

        return command;
    }

    private static Command Run()
    {
        var file = new Argument<string>("FILE") { Description = "The flow." };
        var input = new Option<string?>("--input")
        {
            Description = "What it is started with: a JSON object, or a file that holds one.",
            HelpName = "JSON",
        };
        var answers = new Option<string?>("--answers")
        {
            Description = "What those who are asked answer: a file with a list of {activityId | type, outcome, result}.",
            HelpName = "FILE",
        };
        var mode = new Option<string>("--mode")
        {
            Description = "How flowcharts decide.",
            DefaultValueFactory = _ => "counter",
        }.AcceptOnlyFromAmong("counter", "token");
        var definitions = new Option<string?>("--definitions")
        {
            Description = "A folder with the flows it starts, executes or uses as activities.",
            HelpName = "DIR",
        };
        var resume = new Option<string?>("--resume")
        {
            Description = "all: resume everything that waits, round by round.",
        }.AcceptOnlyFromAmong("all");
        var json = new Option<bool>("--json") { Description = "One JSON object a line: how it prints in any case." };
        var command = new Command("run", "Tries a flow in memory. Exit code 0: finished, 2: faulted, 3: suspended.")
        {
            file, input, answers, mode, definitions, resume, json,
        };
        command.SetAction((line, ct) => new RunFlow(Activities, Lines.ToConsole(), TimeProvider.System).RunAsync(
            new RunFlow.Request(
                line.GetValue(file)!,
                line.GetValue(input),
                line.GetValue(answers),
                line.GetValue(mode) == "token" ? FlowchartMode.Token : FlowchartMode.Counter,
                line.GetValue(definitions),
                line.GetValue(resume) == "all"),
            ct));

        return command;
    }

    private static Command Diff()
    {
        var before = new Argument<string>("OLD") { Description = "The older file." };
        var after = new Argument<string>("NEW") { Description = "The newer file." };
        var json = new Option<bool>("--json") { Description = "One JSON object a line instead of text." };
        var command = new Command("diff", "Says what differs between two files of a flow. Exit code 1 if anything does.")
        {
            before, after, json,
        };
        command.SetAction((line, _) => Task.FromResult(new DiffFlows(Activities, Lines.ToConsole())
            .Run(line.GetValue(before)!, line.GetValue(after)!, line.GetValue(json))));

        return command;
    }

    private static Command Export()
    {
        var folder = new Argument<string>("DIR") { Description = "The folder the files are written to." };
        var ids = new Argument<string[]>("ID")
        {
            Description = "Which flows; all that have a version in force if none is named.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var command = new Command("export", "Writes the versions in force from the database to files; the same flow, the same bytes.")
        {
            folder, ids,
        };
        command.SetAction((line, _) => new ExchangeFlows(Lines.ToConsole()).ExportAsync(line.GetValue(folder)!, line.GetValue(ids) ?? []));

        return command;
    }

    private static Command Import()
    {
        var paths = new Argument<string[]>("PATH")
        {
            Description = "Files, or folders whose *.json files are meant.",
            Arity = ArgumentArity.OneOrMore,
        };
        var command = new Command(
            "import", "Stores files as versions that await approval; content the database knows is left alone. Exit code 1 if one is unsound.")
        {
            paths,
        };
        command.SetAction(async (line, _) =>
        {
            var files = line.GetValue(paths)!;
            var unsound = new CheckFlows(Activities, Lines.ToErrors()).Run(files, asJson: false);

            return unsound != 0 ? unsound : await new ExchangeFlows(Lines.ToConsole()).ImportAsync(files);
        });

        return command;
    }

    private static Command Catalog()
    {
        var command = new Command("catalog", "Prints the table of all activity types, as Markdown.");
        command.SetAction(_ => Lines.ToConsole().Write(CatalogTable.For(Activities)));

        return command;
    }

    private static ActivityCatalog Activities => ActivityCatalog.FromAssemblies(typeof(ApplicationSetup).Assembly);
}
