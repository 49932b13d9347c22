using TitleWorkflow.CrashDrill;

namespace TitleWorkflow.Browser.Tests.Harness;

/// <summary>Where people reach the product; what runs behind it they do not know.</summary>
internal interface ISite : IAsyncDisposable
{
    /// <summary>What they type.</summary>
    Uri Address { get; }
}

/// <summary>One built program on SQLite, with nothing before it.</summary>
internal sealed class SingleProgram : ISite
{
    private readonly string folder = Directory.CreateTempSubdirectory("title-site-").FullName;
    private readonly ServerProcess server;

    private SingleProgram() => server = new ServerProcess(folder);

    public Uri Address => server.Address;

    public static async Task<ISite> StartAsync()
    {
        var site = new SingleProgram();
        await site.server.StartAsync(CancellationToken.None);

        return site;
    }

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
