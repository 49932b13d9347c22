using TitleWorkflow.Application.Declarations;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Web.Files;

/// <summary>Where uploaded files are kept: on the disk beside SQLite, in the database where several nodes share one.</summary>
internal static class FileSetup
{
    public static IServiceCollection AddFiles(this IServiceCollection services, DatabaseProvider provider)
    {
        services.AddSingleton<DiskVault>();

        return provider == DatabaseProvider.Postgres
            ? services.AddSingleton<IFileVault, DatabaseVault>()
            : services.AddSingleton<IFileVault>(s => s.GetRequiredService<DiskVault>());
    }
}
