using TitleWorkflow.Application.Committees;
using TitleWorkflow.Application.Seed;
using TitleWorkflow.Domain.Committees;
using TitleWorkflow.Web.Tests.Hosting;
using TitleWorkflow.Web.Tests.Roads;

namespace TitleWorkflow.Web.Tests.Committees;

public sealed class CommitteeServer : Server;

public sealed class AppointmentTests(CommitteeServer server) : IClassFixture<CommitteeServer>
{
    private static readonly string Path = $"/committees/{DemoOrganisations.Id("committee").Value}";

    [Fact]
    public async Task A_committee_is_seated_anew_from_the_pool()
    {
        var office = await server.As("office");

        (await office.Post($"{Path}/appoint", Seats([.. Meeting.Members.Take(11)], alternates: ["expert12"]))).Done();

        var committee = (await office.Get(Path)).Done();
        Assert.Equal((11, 12), (committee.Number("size"), committee.Items("seats").Count));
        Assert.Equal("祁望舒", committee.Items("seats")[0].Text("name"));
    }

    [Fact]
    public async Task Even_and_small_committees_and_strangers_to_the_pool_are_refused()
    {
        var unit = await server.As("organiser");

        (await unit.Post($"{Path}/appoint", Seats([.. Meeting.Members.Take(12)]))).Refused(CommitteeRules.Odd);
        (await unit.Post($"{Path}/appoint", Seats([.. Meeting.Members.Take(9)]))).Refused(CommitteeRules.LargeEnough);
        (await unit.Post($"{Path}/appoint", Seats([.. Meeting.Members.Take(10), "applicant"]))).Refused(CommitteeSliceRules.FromPool);
    }

    [Fact]
    public async Task Who_sits_in_a_committee_is_told_to_few()
    {
        (await (await server.As("expert1")).Get(Path)).Forbidden();
        (await (await server.As("hr")).Get("/committees")).Forbidden();
        (await (await server.As("auditor")).Post($"{Path}/appoint", Seats(Meeting.Members))).Forbidden();
        Assert.Empty((await (await server.As("auditor")).Get(Path)).Done().Items("pool"));
    }

    private static object Seats(IReadOnlyList<string> members, params IReadOnlyList<string> alternates) => new
    {
        seats = members.Select((m, i) => new
        {
            person = DemoPeople.Id(m).Value,
            position = i switch { 0 => "Director", 1 => "Deputy", _ => "Member" },
        }).Concat(alternates.Select(a => new { person = DemoPeople.Id(a).Value, position = "Alternate" })),
    };
}
