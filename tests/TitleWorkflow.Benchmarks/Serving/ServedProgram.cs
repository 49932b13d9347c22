using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TitleWorkflow.Benchmarks.Serving;

/// <summary>A published web program in a process of its own, by its processor time and memory.</summary>
internal sealed class ServedProgram : IAsyncDisposable
{
    private static readonly Lazy<string> ProductProgram = new(() => Publish("src", "TitleWorkflow.Web"));
    private static readonly Lazy<string> TemplateProgram = new(() => Publish("tests", "TitleWorkflow.Benchmarks.Template"));

    private readonly Process process;

    private ServedProgram(Process process, Uri address)
    {
        this.process = process;
        Address = address;
    }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>Processor time since its start.</summary>
    public TimeSpan Cpu
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>Memory that is its own: a mapped file is no cost. In MB.</summary>
    public double Memory => File.ReadLines($"/proc/{process.Id}/status").Where(l => l.StartsWith("RssAnon:", StringComparison.Ordinal))
        .Select(l => double.Parse(l.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024).Single();

    /// <summary>The product on a SQLite file in <paramref name="folder"/>, in ordinary operation.</summary>
    public static ServedProgram Product(string folder) => Start(
        ProductProgram.Value, folder, new() { ["Data__Directory"] = folder });

    /// <summary>The empty template.</summary>
    public static ServedProgram Template(string folder) => Start(
        TemplateProgram.Value, folder,
        new() { ["ConnectionStrings__Todo"] = $"Data Source={Path.Combine(folder, "todo.db")}" });

    /// <summary>Asks until the page is there.</summary>
    public async Task WaitForAsync(HttpClient http, string path, CancellationToken ct)
    {
        using var pause = new SemaphoreSlim(0);
        while (true)
        {
            if (process.HasExited)
            {
                throw new InvalidOperationException($"The program ended by itself with {process.ExitCode}.");
            }

            try
            {
                using var answer = await http.GetAsync(new Uri(Address, path), ct);
                if (answer.StatusCode == HttpStatusCode.OK)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await pause.WaitAsync(TimeSpan.FromMilliseconds(20), ct);
        }
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static ServedProgram Start(string program, string folder, Dictionary<string, string> settings)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort().ToString(CultureInfo.InvariantCulture)}");
        var start = new ProcessStartInfo("dotnet", [program, "--urls", address.ToString()]) { WorkingDirectory = folder };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["Logging__LogLevel__Default"] = "Error";
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        return new ServedProgram(Process.Start(start)!, address);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    // As README tells operators to, so that what is measured is what they run.
    private static string Publish(string folder, string project)
    {
        var root = Root();
        var output = Path.Combine(root, "artifacts", "published", project);
        using var publishing = Process.Start(new ProcessStartInfo(
            "dotnet",
            ["publish", Path.Combine(root, folder, project), "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, "-o", output])
        {
            RedirectStandardOutput = true,
        })!;
        var said = publishing.StandardOutput.ReadToEnd();
        publishing.WaitForExit();
        return publishing.ExitCode == 0
            ? Path.Combine(output, project + ".dll")
            : throw new InvalidOperationException($"{project} could not be published: {said}");
    }

    private static string Root([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", ".."));
}
