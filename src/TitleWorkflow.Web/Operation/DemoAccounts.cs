using Microsoft.Extensions.Localization;
using TitleWorkflow.Application.Seed;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Web.Security;

namespace TitleWorkflow.Web.Operation;

/// <summary>The demonstration's people on the sign-in page, grouped by where they work.</summary>
internal sealed class DemoAccounts(DemoOptions options, IStringLocalizer texts) : IDemoAccounts
{
    private static readonly (string Key, Role[] Roles)[] Order =
    [
        ("shell.demo-group.employer", [Role.Applicant, Role.EmployerHr, Role.Chairperson, Role.ResearchLead]),
        ("shell.demo-group.authority",
            [Role.TownOfficer, Role.DistrictOfficer, Role.CityOfficer, Role.ProvinceOfficer, Role.OrganisingOfficer]),
        ("shell.demo-group.committee", [Role.CommitteeOffice, Role.CommitteeDirector, Role.DeputyDirector, Role.GroupLeader]),
        ("shell.demo-group.service", [Role.Supervisor, Role.ServiceCommissioner, Role.ProcessDesigner, Role.Administrator, Role.Auditor]),
        ("shell.demo-group.experts", [Role.Expert]),
    ];

    public bool Enabled => options.Enabled;

    public IReadOnlyList<DemoAccountGroup> Groups =>
    [
        .. Order.Select(group => new DemoAccountGroup(
            texts[group.Key],
            [
                .. DemoPeople.All
                    .Where(person => person.IsOffered && group.Roles.Contains(person.Grants[0].Role))
                    .Select(person => new DemoAccount(person.UserName, person.Name, texts["shell.role." + person.Grants[0].Role])),
            ])),
    ];
}
