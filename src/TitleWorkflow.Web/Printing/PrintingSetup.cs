using TitleWorkflow.Web.Security;

namespace TitleWorkflow.Web.Printing;

/// <summary>Papers, their QR codes, and the guard of the public page these lead to.</summary>
internal static class PrintingSetup
{
    public static IServiceCollection AddPrinting(this IServiceCollection services)
    {
        services.AddSingleton<PublicAddress>();
        services.AddSingleton<PrintTickets>();
        services.AddSingleton<PdfVault>();
        services.AddSingleton<ChromiumPrinter>();

        // By the real clock, whatever a demonstration's clock says.
        services.AddSingleton(new WrongNumbers(TimeProvider.System));
        services.AddSingleton(new WrongCodes(TimeProvider.System));
        services.AddSingleton(new StrangersObjections(TimeProvider.System));

        services.AddScoped<CertificateDesk>();
        services.AddScoped<ObjectionDesk>();

        return services;
    }
}
