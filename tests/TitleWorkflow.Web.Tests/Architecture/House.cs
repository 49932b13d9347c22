using System.Reflection;
using System.Runtime.CompilerServices;
using System.Xml.Linq;
using TitleWorkflow.Application;
using TitleWorkflow.Domain;
using TitleWorkflow.Engine;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Web.Tests.Architecture;

/// <summary>The house as it stands: its assemblies, its projects and its files.</summary>
internal static class House
{
    public static readonly Assembly Domain = typeof(Rule).Assembly;
    public static readonly Assembly Engine = typeof(WorkflowEngine).Assembly;
    public static readonly Assembly Persistence = typeof(TitleDb).Assembly;
    public static readonly Assembly Application = typeof(ApplicationSetup).Assembly;
    public static readonly Assembly Web = typeof(Program).Assembly;

    /// <summary>The folder with the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Every rule of the regulation and of the product, with the name it is required by.</summary>
    public static IReadOnlyList<(string Name, Rule Rule)> Rules { get; } =
    [
        .. new[] { Domain, Application, Web }
            .SelectMany(a => a.GetTypes())
            .SelectMany(t => t.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(f => f.FieldType == typeof(Rule))
            .Select(f => ($"{f.DeclaringType!.Name}.{f.Name}", (Rule)f.GetValue(null)!)),
    ];

    /// <summary>Types somebody wrote, as opposed to those the compiler made.</summary>
    public static IEnumerable<Type> Written(Assembly assembly) =>
        assembly.GetTypes().Where(t => !t.IsDefined(typeof(CompilerGeneratedAttribute)) && !t.Name.Contains('<'));

    /// <summary>What a project's file names in items of one kind.</summary>
    public static IReadOnlyList<string> Names(string project, string item) =>
    [
        .. XDocument.Load(Path.Combine(Root, "src", project, project + ".csproj")).Descendants(item)
            .Select(e => Path.GetFileNameWithoutExtension(e.Attribute("Include")!.Value.Replace('\\', '/')))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Files under a folder of the repository, what is generated or restored left out; paths from the root.</summary>
    public static IEnumerable<string> Files(string folder, params string[] extensions) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), "*", SearchOption.AllDirectories)
            .Where(file => extensions.Contains(Path.GetExtension(file)))
            .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
            .Where(file => !file.Split('/').Any(part => part is "bin" or "obj" or "node_modules" or "lib" or "Migrations" or "Compiled"));

    public static string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "TitleWorkflow.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("No folder above has the solution.");
        }

        return folder.FullName;
    }
}
