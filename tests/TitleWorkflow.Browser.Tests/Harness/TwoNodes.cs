using System.Diagnostics;
using TitleWorkflow.CrashDrill;

namespace TitleWorkflow.Browser.Tests.Harness;

/// <summary>
/// Two built programs, each with a disk of its own, on one PostgreSQL; nginx before them sends every request to the next. Its
/// settings are read from README.
/// </summary>
internal sealed class TwoNodes : ISite
{
    private const string Program = "/usr/sbin/nginx";
    private const string Fence = "```nginx";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("title-nodes-");
    private readonly PostgresDatabase database;
    private readonly ServerProcess[] nodes;
    private readonly int port = ServerProcess.FreePort();
    private Process? nginx;

    private TwoNodes(PostgresDatabase database)
    {
        this.database = database;
        var settings = new Dictionary<string, string>
        {
            ["Database__Provider"] = "Postgres",
            ["ConnectionStrings__Title"] = database.Connection,
        };
        nodes = [.. new[] { "1", "2" }.Select(name => new ServerProcess(folder.CreateSubdirectory(name).FullName, settings))];
    }

    public Uri Address => new($"http://127.0.0.1:{port}");

    /// <summary>Whether nginx and PostgreSQL are there; a build server must have both.</summary>
    public static bool ArePossible =>
        Needed.Has(File.Exists(Program), $"nginx is not installed at {Program}.") && PostgresDatabase.IsThere;

    public static async Task<TwoNodes> StartAsync()
    {
        var site = new TwoNodes(await PostgresDatabase.CreateAsync());
        await Task.WhenAll(site.nodes.Select(n => n.StartAsync(CancellationToken.None)));
        await site.StartNginxAsync();

        return site;
    }

    /// <summary>Kills the first node (SIGKILL); nobody tells nginx or the other.</summary>
    public Task LoseOneAsync() => nodes[0].KillAsync();

    public async ValueTask DisposeAsync()
    {
        if (nginx is not null)
        {
            nginx.Kill(entireProcessTree: true);
            await nginx.WaitForExitAsync();
            nginx.Dispose();
        }

        foreach (var node in nodes)
        {
            await node.DisposeAsync();
        }

        await database.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private async Task StartNginxAsync()
    {
        var settings = Path.Combine(folder.FullName, "nginx.conf");
        await File.WriteAllTextAsync(settings, Settings());
        nginx = Process.Start(Program, ["-c", settings, "-p", folder.FullName])!;
        using var http = new HttpClient { BaseAddress = Address };
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!await ListensAsync(http))
        {
            Assert.False(nginx.HasExited, $"nginx ended by itself; see {folder.FullName}/nginx.log.");
            await pause.WaitForNextTickAsync();
        }
    }

    private static async Task<bool> ListensAsync(HttpClient http)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri("/health/ready", UriKind.Relative));

            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    // Everything nginx writes lies in the folder, so that it needs no right outside it.
    private string Settings() =>
        $$"""
        daemon off;
        master_process off;
        pid {{folder.FullName}}/nginx.pid;
        error_log {{folder.FullName}}/nginx.log;
        {{FromReadme()
            .Replace("127.0.0.1:5081", nodes[0].Address.Authority, StringComparison.Ordinal)
            .Replace("127.0.0.1:5082", nodes[1].Address.Authority, StringComparison.Ordinal)
            .Replace("listen 80;", $"listen {Address.Authority};", StringComparison.Ordinal)
            .Replace("http {", $"http {{ {Folders()}", StringComparison.Ordinal)}}
        """;

    private string Folders() =>
        "access_log off; " + string.Concat(
            new[] { "client_body", "proxy", "fastcgi", "uwsgi", "scgi" }.Select(f => $"{f}_temp_path {folder.FullName}/{f}; "));

    // The reader is given exactly what the test has tried.
    private static string FromReadme()
    {
        var readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));
        var from = readme.IndexOf(Fence, StringComparison.Ordinal) + Fence.Length;

        return readme[from..readme.IndexOf("```", from, StringComparison.Ordinal)];
    }
}
