using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Console;
using TitleWorkflow.Application.Workflows;
using TitleWorkflow.Application.Workflows.Drafts;
using TitleWorkflow.Persistence;
using TitleWorkflow.Web.Operation;

namespace TitleWorkflow.Web.CommandLine;

/// <summary>
/// Carries flows between the product's database, as configured for the server, and files that are kept in git. The database
/// must be there, of this program's schema; a server may be running on it.
/// </summary>
internal sealed class ExchangeFlows(Lines lines)
{
    /// <summary>Writes flows to a folder, one file each: the versions in force.</summary>
    /// <param name="folder">Where to; made if it is not there.</param>
    /// <param name="ids">Which flows; all that have a version in force if empty.</param>
    /// <returns>0; 1 if one that was named has no version in force.</returns>
    public Task<int> ExportAsync(string folder, IReadOnlyList<string> ids) => WithProductAsync(async services =>
    {
        var sender = services.GetRequiredService<ISender>();
        var inForce = (await sender.Send(new ListFlowDesigns.Query("Published"))).Designs.Select(d => d.DefinitionId).ToList();
        Directory.CreateDirectory(folder);
        foreach (var id in inForce.Where(id => ids.Count == 0 || ids.Contains(id)))
        {
            var file = await sender.Send(new ExportFlow.Query(id, "Published"));
            await File.WriteAllTextAsync(Path.Combine(folder, file.FileName), file.Text);
            lines.Write(Path.Combine(folder, file.FileName));
        }

        var missing = ids.Except(inForce).ToList();
        missing.ForEach(id => Console.Error.WriteLine($"{id}: there is no version in force."));

        return missing.Count == 0 ? 0 : 1;
    });

    /// <summary>
    /// Stores files whose content is new as versions that await a second person's approval; what is known is left alone.
    /// </summary>
    /// <param name="paths">Files, or folders whose <c>*.json</c> files are meant.</param>
    /// <returns>0.</returns>
    public Task<int> ImportAsync(IReadOnlyList<string> paths) => WithProductAsync(async services =>
    {
        var stored = await services.GetRequiredService<ImportFlowFiles>().RunAsync(FlowFiles.Find(paths), publish: false, default);
        foreach (var version in stored)
        {
            lines.Write($"{version.DefinitionId}: v{version.Version}");
        }

        return 0;
    });

    private static async Task<int> WithProductAsync(Func<IServiceProvider, Task<int>> act)
    {
        var builder = HostSetup.Compose([]);
        builder.Services.Configure<ConsoleLoggerOptions>(o => o.LogToStandardErrorThreshold = LogLevel.Trace);
        await using var app = builder.Build();
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TitleDb>();
        if (!await db.Database.CanConnectAsync() || (await db.Database.GetPendingMigrationsAsync()).Any())
        {
            throw new FlowFileException("There is no database of this program yet: start the server once.");
        }

        return await act(scope.ServiceProvider);
    }
}
