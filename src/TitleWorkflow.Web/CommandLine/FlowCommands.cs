using System.CommandLine;
using TitleWorkflow.Application;
using TitleWorkflow.Engine;
using TitleWorkflow.Engine.Activities;

namespace TitleWorkflow.Web.CommandLine;

/// <summary>
/// What the program answers to <c>flow …</c> instead of serving pages: for designers of flows and for build servers. It needs
/// no database. Standard output holds what was asked for and nothing else.
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

    private static Command Catalog()
    {
        var command = new Command("catalog", "Prints the table of all activity types, as Markdown.");
        command.SetAction(_ => Lines.ToConsole().Write(CatalogTable.For(Activities)));

        return command;
    }

    private static ActivityCatalog Activities => ActivityCatalog.FromAssemblies(typeof(ApplicationSetup).Assembly);
}
