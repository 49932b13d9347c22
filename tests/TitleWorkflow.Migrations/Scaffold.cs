using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Design.Internal;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations.Design;
using Microsoft.EntityFrameworkCore.Scaffolding;
using Microsoft.Extensions.DependencyInjection;

namespace TitleWorkflow.Migrations;

/// <summary>Writes what EF Core generates for one database: its migrations and its compiled model.</summary>
public static class Scaffold
{
    /// <summary>
    /// Adds migration <paramref name="name"/>. With <paramref name="anew"/> all earlier ones are deleted and the context is
    /// pointed at this assembly, which has none, so that the new one starts from nothing.
    /// </summary>
    public static void Write(string database, string name, bool anew, Func<Assembly?, DbContext> open)
    {
        var folder = Path.Combine(Project, "Migrations", database);
        if (anew && Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        using var db = open(anew ? Assembly.GetExecutingAssembly() : null);
        using var services = DesignServices(db);
        using var scope = services.CreateScope();
        var scaffolder = scope.ServiceProvider.GetRequiredService<IMigrationsScaffolder>();
        var migration = scaffolder.ScaffoldMigration(name, "TitleWorkflow.Persistence", $"Migrations.{database}", "C#");
        var files = scaffolder.Save(Project, migration, folder, dryRun: false);
        foreach (var file in new[] { files.MigrationFile!, files.MetadataFile!, files.SnapshotFile! })
        {
            RemoveByteOrderMark(file);
            Console.WriteLine($"{database}: {Path.GetFileName(file)}");
        }
    }

    /// <summary>Writes the model of <paramref name="database"/> as code, which a start needs no time to build.</summary>
    /// <param name="database">Name of the folder, and the end of the namespace.</param>
    /// <param name="open">Opens the context.</param>
    /// <param name="folder">Where the files go; all others there are deleted.</param>
    public static void Compile(string database, Func<DbContext> open, string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        using var db = open();
        using var services = DesignServices(db);
        using var scope = services.CreateScope();
        var files = scope.ServiceProvider.GetRequiredService<ICompiledModelScaffolder>().ScaffoldModel(
            db.GetService<IDesignTimeModel>().Model,
            folder,
            new CompiledModelCodeGenerationOptions
            {
                ContextType = db.GetType(),
                ModelNamespace = $"TitleWorkflow.Persistence.Compiled.{database}",
                Language = "C#",
                UseNullableReferenceTypes = true,
            });
        foreach (var file in files)
        {
            RemoveByteOrderMark(file);
        }
    }

    /// <summary>Where the product keeps the compiled model of <paramref name="database"/>.</summary>
    public static string CompiledFolder(string database) => Path.Combine(Project, "Compiled", database);

    private static string Project => Path.GetFullPath(Path.Combine(Here(), "../../src/TitleWorkflow.Persistence"));

    private static ServiceProvider DesignServices(DbContext db)
    {
        var reporter = new OperationReporter(new OperationReportHandler(
            errorHandler: Console.Error.WriteLine, warningHandler: Console.Error.WriteLine));
        var persistence = typeof(Persistence.TitleDb).Assembly;
        return new DesignTimeServicesBuilder(persistence, persistence, reporter, []).Build(db) as ServiceProvider
            ?? throw new InvalidOperationException("The design-time services have changed their kind.");
    }

    // The scaffolder starts its files with a byte order mark; the house does not.
    private static void RemoveByteOrderMark(string file) => File.WriteAllText(file, File.ReadAllText(file));

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
