using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Seed;
using TitleWorkflow.Domain.Committees;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Persistence.Accounts;
using TitleWorkflow.Web.Tests.Hosting;

namespace TitleWorkflow.Web.Tests.Security;

/// <summary>
/// One person for every role, at an organisation beside the one whose case it is: another enterprise, town and district of
/// the same city, another association and committee in it, another city, another province.
/// </summary>
internal static class Neighbours
{
    private static readonly OrganisationId Province = OrganisationId.New();
    private static readonly OrganisationId City = OrganisationId.New();
    private static readonly OrganisationId Supervision = OrganisationId.New();
    private static readonly OrganisationId Unit = OrganisationId.New();
    private static readonly OrganisationId Committee = OrganisationId.New();

    public static string UserName(Role role) => $"elsewhere-{role}";

    public static async Task MoveIn(Server server)
    {
        var hash = await server.Read(db => db.Users.Where(u => u.UserName == "applicant").Select(u => u.PasswordHash).SingleAsync());
        await server.Store(
            new Organisation(Province, OrganisationKind.Province, "邻省人力资源和社会保障厅", null),
            new Organisation(City, OrganisationKind.City, "邻市人力资源和社会保障局", Province),
            new Organisation(Supervision, OrganisationKind.Supervision, "邻市派驻监督组", City),
            new Organisation(Unit, OrganisationKind.OrganisingUnit, "青檀市电气工程师协会", DemoOrganisations.Id("qingtan")),
            new Organisation(Committee, OrganisationKind.Committee, "青檀市电气专业高级评审委员会", Unit));
        await server.Store(new ReviewCommittee(
            Committee, Unit, TitleSeries.Engineering, "电气", TitleLevel.DeputySenior,
            new CommitteeAuthorization("青人社职〔2025〕13 号", server.Today.AddYears(-1), server.Today.AddYears(1))));
        await server.Store([.. Enum.GetValues<Role>().SelectMany(role => Move(role, hash, server.Today))]);
    }

    private static IEnumerable<object> Move(Role role, string? hash, DateOnly today)
    {
        var id = PersonId.New();
        var place = PlaceOf(role);
        yield return new Person(id, $"邻{(int)role:D2}", $"9905001980010100{(int)role:D2}", place);
        yield return new Grant(id, role, place, today.AddYears(-1));
        yield return new Account
        {
            Id = Guid.NewGuid(),
            Person = id,
            UserName = UserName(role),
            NormalizedUserName = UserName(role).ToUpperInvariant(),
            PasswordHash = hash,
            SecurityStamp = Guid.NewGuid().ToString("N"),
            LockoutEnabled = true,
        };
    }

    private static OrganisationId PlaceOf(Role role) => role switch
    {
        Role.Applicant or Role.EmployerHr or Role.Chairperson or Role.ResearchLead => DemoOrganisations.Id("jinshi"),
        Role.TownOfficer => DemoOrganisations.Id("songxi"),
        Role.DistrictOfficer or Role.ServiceCommissioner => DemoOrganisations.Id("yunlu"),
        Role.ProvinceOfficer => Province,
        Role.OrganisingOfficer => Unit,
        Role.CommitteeOffice or Role.CommitteeDirector or Role.DeputyDirector or Role.GroupLeader or Role.Expert => Committee,
        Role.Supervisor => Supervision,
        _ => City,
    };
}
