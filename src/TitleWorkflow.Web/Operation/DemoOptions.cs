using TitleWorkflow.Domain.Calendars;

namespace TitleWorkflow.Web.Operation;

/// <summary>A demonstration: fictitious city, one-click accounts, a clock that can be moved forward.</summary>
/// <param name="Enabled">On by default in Development only.</param>
/// <param name="Start">What the clock says on a new database.</param>
/// <param name="Password">The one password of the demonstration's accounts.</param>
/// <param name="Applicants">Further applicants for load tests.</param>
internal sealed record DemoOptions(bool Enabled, DateTimeOffset Start, string Password, int Applicants)
{
    public static DemoOptions Read(IConfiguration configuration, IHostEnvironment environment) => new(
        configuration.GetValue("Demo", environment.IsDevelopment()),
        configuration.GetValue<DateTimeOffset?>("Demo:Start") ?? new DateOnly(2026, 3, 2).StartsAt(hour: 9),
        configuration["Demo:Password"] ?? "Qingtan-2026",
        configuration.GetValue("Demo:Applicants", 0));
}
