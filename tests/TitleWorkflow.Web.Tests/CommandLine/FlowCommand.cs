using System.Diagnostics;

namespace TitleWorkflow.Web.Tests.CommandLine;

/// <summary>The built program, run as whoever designs flows runs it, in a folder of its own.</summary>
internal sealed class FlowCommand : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("flows");

    public string Folder => folder.FullName;

    /// <summary>Where the product keeps its data.</summary>
    public string Data => Path.Combine(folder.FullName, "data");

    public FlowCommand With(string file, string content)
    {
        var path = Path.Combine(folder.FullName, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);

        return this;
    }

    public async Task<Answer> Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, "flow", .. arguments])
        {
            WorkingDirectory = folder.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // Where the product keeps its data, for the commands that need them.
        start.Environment["Data__Directory"] = Data;
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();

        return new Answer(process.ExitCode, output.Split('\n', StringSplitOptions.RemoveEmptyEntries), await error);
    }

    public void Dispose() => folder.Delete(recursive: true);

    internal sealed record Answer(int ExitCode, string[] Lines, string Error);
}
