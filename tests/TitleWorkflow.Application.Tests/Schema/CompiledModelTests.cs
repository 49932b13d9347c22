using TitleWorkflow.Migrations;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Tests.Schema;

/// <summary>The product runs on a model written as code; one that was left behind would read and store by old rules.</summary>
public sealed class CompiledModelTests
{
    [Theory]
    [InlineData("Sqlite", "Data Source=unused")]
    [InlineData("Postgres", "Host=unused")]
    public void The_compiled_model_is_the_model(string database, string connection)
    {
        var options = new DatabaseOptions(Enum.Parse<DatabaseProvider>(database), connection);
        var fresh = Directory.CreateTempSubdirectory("title-model-");
        try
        {
            Scaffold.Compile(database, () => PersistenceSetup.Open(options), fresh.FullName);

            Assert.True(
                Lines(fresh.FullName).SequenceEqual(Lines(Scaffold.CompiledFolder(database))),
                "Run `dotnet run --project tests/TitleWorkflow.Migrations -- compile`.");
        }
        finally
        {
            fresh.Delete(recursive: true);
        }
    }

    // Each compilation gives the model a new id, and nothing depends on it.
    private static IEnumerable<string> Lines(string folder) => Directory.GetFiles(folder).Order(StringComparer.Ordinal)
        .SelectMany(file => File.ReadAllLines(file).Where(line => !line.Contains("modelId: ", StringComparison.Ordinal))
            .Prepend(Path.GetFileName(file)));
}
