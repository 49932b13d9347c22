using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Web.Tests.CommandLine;

/// <summary>Flows on their way between the database and files that are kept in git.</summary>
public sealed class ExchangeFlowsTests : IDisposable
{
    private static readonly string Shipped = Path.Combine(Architecture.House.Root, "workflows");

    private static readonly string[] Flows =
        [.. Directory.GetFiles(Shipped, "*.json").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)];

    private readonly FlowCommand command = new();

    public void Dispose() => command.Dispose();

    [Fact]
    public async Task What_is_imported_and_approved_is_exported_byte_for_byte()
    {
        await CreateDatabaseAsync();

        var imported = await command.Run("import", Shipped);
        Assert.Equal(0, imported.ExitCode);
        Assert.Equal(Flows.Select(f => $"{f}: v1"), imported.Lines.Order(StringComparer.Ordinal));
        Assert.Empty((await command.Run("import", Shipped)).Lines);
        Assert.Equal(1, (await command.Run("export", "out", "title-review")).ExitCode);
        await ApproveAsync();

        var exported = await command.Run("export", "out");

        Assert.Equal(Flows.Select(f => Path.Combine("out", f + ".json")), exported.Lines.Order(StringComparer.Ordinal));
        Assert.All(Flows, flow => Assert.Equal(
            File.ReadAllBytes(Path.Combine(Shipped, flow + ".json")),
            File.ReadAllBytes(Path.Combine(command.Folder, "out", flow + ".json"))));
    }

    [Fact]
    public async Task What_is_unsound_is_not_imported()
    {
        await CreateDatabaseAsync();
        command.With("bad.json", Changed(flow => flow["root"]!["activities"]!.AsArray()
            .RemoveAt(flow["root"]!["activities"]!.AsArray().ToList().FindIndex(a => (string?)a!["id"] == "ballot"))));

        var answer = await command.Run("import", "bad.json");

        Assert.Equal(1, answer.ExitCode);
        Assert.Empty(answer.Lines);
        Assert.Contains("[floor.step-missing]", answer.Error, StringComparison.Ordinal);
        await using var db = Open();
        Assert.Equal(0, await db.WorkflowVersions.CountAsync());
    }

    [Fact]
    public async Task Without_a_database_it_is_said_what_to_do()
    {
        var answer = await command.Run("export", "out");

        Assert.Equal(1, answer.ExitCode);
        Assert.Empty(answer.Lines);
        Assert.Contains("start the server once", answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_files_are_compared_step_by_step_and_line_by_line()
    {
        command.With("old.json", await File.ReadAllTextAsync(Path.Combine(Shipped, "title-review.json")));
        command.With("new.json", Changed(flow => flow["root"]!["activities"]!.AsArray()
            .Single(a => (string?)a!["id"] == "town")!["dueWorkingDays"]!["expression"]!["value"] = 7));

        var differing = await command.Run("diff", "old.json", "new.json");
        var same = await command.Run("diff", "old.json", "old.json");

        Assert.Equal(0, same.ExitCode);
        Assert.Empty(same.Lines);
        Assert.Equal(1, differing.ExitCode);
        Assert.Equal("Changed: 镇街审核 [town]", differing.Lines[0]);
        Assert.Equal("\"value\": 5", Assert.Single(differing.Lines, l => l.StartsWith('-'))[1..].Trim());
        Assert.Equal("\"value\": 7", Assert.Single(differing.Lines, l => l.StartsWith('+'))[1..].Trim());
    }

    private static string Changed(Action<JsonNode> change)
    {
        var flow = JsonNode.Parse(File.ReadAllText(Path.Combine(Shipped, "title-review.json")))!;
        change(flow);

        return flow.ToJsonString();
    }

    private async Task CreateDatabaseAsync()
    {
        Directory.CreateDirectory(command.Data);
        await using var db = Open();
        await db.Database.MigrateAsync();
    }

    private async Task ApproveAsync()
    {
        await using var db = Open();
        await db.WorkflowVersions.ExecuteUpdateAsync(v => v.SetProperty(x => x.IsPublished, true));
    }

    private TitleDb Open() => PersistenceSetup.Open(
        new DatabaseOptions(DatabaseProvider.Sqlite, $"Data Source={Path.Combine(command.Data, "title.db")};Pooling=False"));
}
