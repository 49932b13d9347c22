using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Design.Internal;
using Microsoft.EntityFrameworkCore.Migrations.Design;
using Microsoft.Extensions.DependencyInjection;

namespace TitleWorkflow.Migrations;

/// <summary>Writes the migration of one database into the persistence project.</summary>
internal static class Scaffold
{
    /// <summary>
    /// Adds migration <paramref name="name"/>. With <paramref name="anew"/> all earlier ones are deleted and the context is
    /// pointed at this assembly, which has none, so that the new one starts from nothing.
    /// </summary>
    public static void Write(string database, string name, bool anew, Func<Assembly?, DbContext> open)
    {
        var project = Path.GetFullPath(Path.Combine(Here(), "../../src/TitleWorkflow.Persistence"));
        var folder = Path.Combine(project, "Migrations", database);
        if (anew && Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        using var db = open(anew ? Assembly.GetExecutingAssembly() : null);
        var reporter = new OperationReporter(new OperationReportHandler(
            errorHandler: Console.Error.WriteLine, warningHandler: Console.Error.WriteLine));
        var persistence = typeof(Persistence.TitleDb).Assembly;
        using var services = new DesignTimeServicesBuilder(persistence, persistence, reporter, []).Build(db) as ServiceProvider
            ?? throw new InvalidOperationException("The design-time services have changed their kind.");
        using var scope = services.CreateScope();
        var scaffolder = scope.ServiceProvider.GetRequiredService<IMigrationsScaffolder>();
        var migration = scaffolder.ScaffoldMigration(name, "TitleWorkflow.Persistence", $"Migrations.{database}", "C#");
        var files = scaffolder.Save(project, migration, folder, dryRun: false);
        foreach (var file in new[] { files.MigrationFile!, files.MetadataFile!, files.SnapshotFile! })
        {
            // The scaffolder starts its files with a byte order mark; the house does not.
            File.WriteAllText(file, File.ReadAllText(file));
            Console.WriteLine($"{database}: {Path.GetFileName(file)}");
        }
    }

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
