using TitleWorkflow.Application.Seed;
using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Web.Tests.Hosting;
using TitleWorkflow.Web.Tests.Roads;

namespace TitleWorkflow.Web.Tests.Scenarios;

public abstract partial class MeetingTests
{
    [SkippableFact]
    public async Task A_recused_member_sees_neither_the_case_nor_a_total_that_tells_of_it()
    {
        Road[] agenda = [server.Next(), server.Next()];
        var meeting = await Meeting.Opened(server, 11, agenda);
        (await meeting.Recuse(agenda[0], "expert9")).Done();
        (await meeting.OpenVoting(agenda[0])).Done();

        var recused = await meeting.SeenBy("expert9");
        var other = await meeting.SeenBy("expert8");
        var expert = await server.As("expert9");

        Assert.Equal([agenda[1].Declaration], recused.Items("cases").Select(c => c.Part("facts").Text("declaration")));
        Assert.Equal(2, other.Items("cases").Count);
        Assert.All(recused.Items("cases"), c => Assert.Null(c["position"]));
        Assert.Equal("Waiting", (await expert.Get("/ballots/current")).Done().Text("state"));
        (await expert.Get($"/declarations/{agenda[0].Declaration}")).NotFound();
        (await expert.Get($"/declarations/{agenda[0].Declaration}/dossier")).NotFound();
        (await meeting.Cast(agenda[0], "expert9")).Refused(AssessmentRules.NotRecused);
        (await meeting.CloseVoting(agenda[0])).Done();
        (await meeting.Close()).Done();
    }

    [SkippableFact]
    public async Task Who_left_a_case_does_not_get_it_back_in_another_role()
    {
        var road = server.Next();
        await server.Store(new Grant(
            DemoPeople.Id("expert10"), Role.CommitteeOffice, DemoOrganisations.Id("committee"), server.Today));
        var member = await server.As("expert10");
        var meeting = await Meeting.Opened(server, 12, road);

        (await member.Get($"/declarations/{road.Declaration}/dossier")).Done();
        (await meeting.Recuse(road, "expert10")).Done();

        (await member.Get($"/declarations/{road.Declaration}/dossier")).NotFound();
        Assert.DoesNotContain(road.Declaration, (await member.All("/declarations?search=QT-")).Select(d => d.Text("declaration")));
        (await meeting.Close()).Done();
    }

    [SkippableFact]
    public async Task A_reader_who_left_the_case_does_not_get_it_back_with_the_signature()
    {
        var road = server.Next();
        var meeting = await Meeting.Opened(server, 11, road);
        (await meeting.Recuse(road, "expert1")).Done();
        await meeting.Vote(road, yes: 10, no: 0, abstain: 0);
        (await meeting.Close()).Done();
        (await meeting.Sign("director")).Done();

        (await (await server.As("expert1")).Get($"/declarations/{road.Declaration}/dossier")).NotFound();
        (await (await server.As("expert2")).Get($"/declarations/{road.Declaration}/dossier")).Done();
    }
}
