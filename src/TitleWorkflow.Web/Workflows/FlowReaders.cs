using TitleWorkflow.Domain.Organisations;

namespace TitleWorkflow.Web.Workflows;

/// <summary>Who may look at flows.</summary>
internal static class FlowReaders
{
    /// <summary>Those who design, run and audit the product.</summary>
    public static readonly Role[] Roles = [Role.ProcessDesigner, Role.Administrator, Role.Auditor];

    /// <summary>Also the bureau, which answers for how long cases take.</summary>
    public static readonly Role[] OfFigures = [.. Roles, Role.CityOfficer];

    /// <summary>Also the offices that see a case on its flow.</summary>
    public static readonly Role[] WithCases =
        [.. Roles, Role.OrganisingOfficer, Role.CommitteeOffice, Role.CityOfficer, Role.Supervisor];
}
