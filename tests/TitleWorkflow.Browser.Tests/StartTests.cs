using TitleWorkflow.Browser.Tests.Harness;
using TitleWorkflow.CrashDrill;

namespace TitleWorkflow.Browser.Tests;

/// <summary>The built program, started as an operator starts it.</summary>
public sealed class StartTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("title-start-").FullName;

    [Fact]
    public async Task It_listens_where_it_is_told_and_keeps_its_data_in_the_folder_it_is_given()
    {
        await using var server = new ServerProcess(folder);
        await server.StartAsync(CancellationToken.None);

        await AnswersTheSignInPage(server);
        Assert.True(File.Exists(Path.Combine(folder, "title.db")));
    }

    [Fact]
    public async Task A_second_start_goes_on_with_the_data_of_the_first()
    {
        await using var server = new ServerProcess(folder);
        await server.StartAsync(CancellationToken.None);
        await server.KillAsync();

        await server.StartAsync(CancellationToken.None);

        await AnswersTheSignInPage(server);
    }

    [Fact]
    public async Task A_connection_string_names_another_file()
    {
        var file = Path.Combine(folder, "elsewhere.db");
        await using var server = new ServerProcess(
            folder,
            new Dictionary<string, string>
            {
                ["Database__Provider"] = "Sqlite",
                ["ConnectionStrings__Title"] = $"Data Source={file}",
            });
        await server.StartAsync(CancellationToken.None);

        await AnswersTheSignInPage(server);
        Assert.True(File.Exists(file));
        Assert.False(File.Exists(Path.Combine(folder, "title.db")));
    }

    [SkippableFact]
    public async Task The_provider_may_be_PostgreSQL()
    {
        PostgresDatabase.Require();
        await using var database = await PostgresDatabase.CreateAsync();
        await using var server = new ServerProcess(
            folder,
            new Dictionary<string, string>
            {
                ["Database__Provider"] = "Postgres",
                ["ConnectionStrings__Title"] = database.Connection,
            });
        await server.StartAsync(CancellationToken.None);

        await AnswersTheSignInPage(server);
        Assert.Equal(5, await database.CountAsync("Plans"));
        Assert.False(File.Exists(Path.Combine(folder, "title.db")));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static async Task AnswersTheSignInPage(ServerProcess server)
    {
        using var http = new HttpClient { BaseAddress = server.Address };

        var page = await http.GetStringAsync(new Uri("/sign-in", UriKind.Relative));

        Assert.Contains("value=\"applicant\"", page, StringComparison.Ordinal);
    }
}
