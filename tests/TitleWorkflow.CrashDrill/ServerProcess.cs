using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace TitleWorkflow.CrashDrill;

/// <summary>The built program in a process of its own, as a demonstration, that can be killed and started again.</summary>
/// <param name="folder">Where it keeps its data, unless the settings say otherwise, and its log.</param>
/// <param name="settings">Further settings, as environment variables.</param>
/// <param name="program">Its file; the one the solution builds by default.</param>
public sealed class ServerProcess(
    string folder, IReadOnlyDictionary<string, string>? settings = null, string? program = null) : IAsyncDisposable
{
    private readonly int port = FreePort();
    private readonly SemaphoreSlim ready = new(0);
    private Process? process;

    /// <summary>Where it listens; the same after every start.</summary>
    public Uri Address => new($"http://127.0.0.1:{port.ToString(CultureInfo.InvariantCulture)}");

    /// <summary>Its database file, unless the settings say otherwise.</summary>
    public string Database => Path.Combine(folder, "title.db");

    /// <summary>How long the last start took: how fast the machine is just now.</summary>
    public TimeSpan StartTook { get; private set; }

    /// <summary>Starts it and waits until it is ready.</summary>
    public async Task StartAsync(CancellationToken ct)
    {
        var asked = Stopwatch.GetTimestamp();
        process = Process.Start(Command())!;
        var log = new StreamWriter(Path.Combine(folder, "server.log"), append: true) { AutoFlush = true };
        process.OutputDataReceived += (_, line) => Note(log, line.Data);
        process.ErrorDataReceived += (_, line) => Note(log, line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var http = new HttpClient { BaseAddress = Address };
        while (!await IsReadyAsync(http, ct))
        {
            if (process.HasExited)
            {
                throw new InvalidOperationException($"The server ended by itself; see {folder}/server.log.");
            }

            // A pause between questions, not a guess at how long a start takes.
            await ready.WaitAsync(TimeSpan.FromMilliseconds(100), ct);
        }

        StartTook = Stopwatch.GetElapsedTime(asked);
    }

    /// <summary>Kills it at once (SIGKILL), without a chance to finish anything.</summary>
    public async Task KillAsync()
    {
        process!.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (process is not null)
        {
            await KillAsync();
        }

        ready.Dispose();
    }

    /// <summary>A port that was free a moment ago.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private ProcessStartInfo Command()
    {
        var start = new ProcessStartInfo("dotnet", [program ?? DrillOptions.BuiltServer, "--urls", Address.ToString()])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["Data__Directory"] = folder;
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        foreach (var (name, value) in settings ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        return start;
    }

    private static async Task<bool> IsReadyAsync(HttpClient http, CancellationToken ct)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri("/health/ready", UriKind.Relative), ct);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static void Note(StreamWriter log, string? line)
    {
        if (line is not null)
        {
            lock (log)
            {
                log.WriteLine(line);
            }
        }
    }
}
