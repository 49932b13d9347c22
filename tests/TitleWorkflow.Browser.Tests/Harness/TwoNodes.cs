using System.Diagnostics;
using TitleWorkflow.CrashDrill;

namespace TitleWorkflow.Browser.Tests.Harness;

/// <summary>
/// Two built programs, each with a disk of its own, on one PostgreSQL; nginx before them sends every request to the next, with
/// the settings README gives.
/// </summary>
internal sealed class TwoNodes : ISite
{
    private const string Program = "/usr/sbin/nginx";

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

    /// <summary>Skips the test where nginx or PostgreSQL is missing, and says so; a build server must have both.</summary>
    public static void Require()
    {
        Needed.On(File.Exists(Program), $"nginx is not installed at {Program}.");
        PostgresDatabase.Require();
    }

    public static async Task<ISite> StartAsync()
    {
        var site = new TwoNodes(await PostgresDatabase.CreateAsync());
        await Task.WhenAll(site.nodes.Select(n => n.StartAsync(CancellationToken.None)));
        await site.StartNginxAsync();

        return site;
    }

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
        events {}
        http {
          access_log off;
          client_body_temp_path {{folder.FullName}}/body;
          proxy_temp_path {{folder.FullName}}/proxy;
          fastcgi_temp_path {{folder.FullName}}/fastcgi;
          uwsgi_temp_path {{folder.FullName}}/uwsgi;
          scgi_temp_path {{folder.FullName}}/scgi;
          upstream title {
            server {{nodes[0].Address.Authority}} max_fails=1 fail_timeout=2s;
            server {{nodes[1].Address.Authority}} max_fails=1 fail_timeout=2s;
            keepalive 32;
          }
          server {
            listen {{Address.Authority}};
            client_max_body_size 21m;
            location / {
              proxy_pass http://title;
              proxy_http_version 1.1;
              proxy_set_header Connection "";
              proxy_set_header Host $http_host;
              proxy_set_header X-Forwarded-For $remote_addr;
              proxy_set_header X-Forwarded-Proto $scheme;
              proxy_connect_timeout 2s;
              proxy_next_upstream error timeout non_idempotent;
            }
          }
        }
        """;
}
