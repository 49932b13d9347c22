using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Web.Tests.Hosting;
using TitleWorkflow.Web.Tests.Roads;

namespace TitleWorkflow.Web.Tests.Scenarios;

public abstract partial class MeetingTests
{
    [SkippableFact]
    public async Task Minutes_say_who_came_who_left_a_case_and_how_it_was_voted()
    {
        var (first, second) = (server.Next(), server.Next());
        var meeting = await Meeting.Opened(server, 11, first, second);
        (await meeting.Recuse(first, "expert8", "与申报人同一课题组")).Done();
        await meeting.Vote(first, yes: 8, no: 1, abstain: 1);
        (await meeting.Defer(second)).Done();
        (await meeting.Close()).Done();
        (await (await server.As("office")).Get($"/meetings/{meeting.Id}/minutes")).NotFound();
        (await meeting.Sign("director")).Done();

        var office = await meeting.Minutes("office");
        var watching = (await (await server.As("auditor")).Get($"/meetings/{meeting.Id}/minutes")).Done();
        var (decided, deferred) = (office.Items("cases")[0], office.Items("cases")[1]);

        Assert.Equal(11, office.Items("seats").Count(s => s["signedInAt"] is not null));
        Assert.Equal((first.Declaration, "Passed", "Deferred"),
            (decided.Part("facts").Text("declaration"), decided.Text("result"), deferred.Text("status")));
        Assert.Equal((8, 1, 1, 0), Count(decided));
        Assert.Equal("与申报人同一课题组", decided.Items("recusals").Single().Text("reason"));
        Assert.True(office.Flag("isAsSealed"));
        Assert.Equal(3, decided.Items("opinions").Count);
        Assert.All(decided.Items("opinions"), o => Assert.NotNull(o["name"]));
        Assert.All(watching.Items("cases")[0].Items("opinions"), o => Assert.Null(o["name"]));
        (await (await server.As("expert3")).Get($"/meetings/{meeting.Id}/minutes")).NotFound();
    }

    [SkippableFact]
    public async Task Who_presided_reads_nothing_of_a_case_left_in_the_minutes()
    {
        var (left, other) = (server.Next(), server.Next());
        var meeting = await Meeting.Opened(server, 12, left, other);
        (await meeting.Recuse(left, "director")).Done();
        await meeting.Vote(left, yes: 10, no: 1, abstain: 0);
        await meeting.Vote(other, yes: 12, no: 0, abstain: 0);
        (await meeting.Close()).Done();
        (await meeting.Sign("director")).Done();

        var minutes = await meeting.Minutes("director");

        Assert.Equal([other.Declaration], minutes.Items("cases").Select(c => c.Part("facts").Text("declaration")));
        Assert.DoesNotContain(left.Declaration, minutes.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(2, (await meeting.Minutes("office")).Items("cases").Count);
    }

    [SkippableFact]
    public async Task Minutes_show_that_a_record_was_changed_behind_the_product()
    {
        var road = server.Next();
        var meeting = await Meeting.Opened(server, 9, road);
        await meeting.Vote(road, yes: 5, no: 4, abstain: 0);
        (await meeting.Close()).Done();
        (await meeting.Sign("director")).Done();
        var declaration = new DeclarationId(Guid.Parse(road.Declaration));
        var intact = await meeting.Minutes("supervisor");

        await server.Read(db => db.MeetingCases.Where(c => c.Declaration == declaration)
            .ExecuteUpdateAsync(c => c.SetProperty(x => x.Result, AssessmentResult.Passed)));

        Assert.True(intact.Flag("isAsSealed"));
        Assert.False((await meeting.Minutes("supervisor")).Flag("isAsSealed"));
    }

    private static (int Yes, int No, int Abstain, int Invalid) Count(System.Text.Json.Nodes.JsonNode @case)
    {
        var tally = @case.Part("tally");
        return (tally.Number("yes"), tally.Number("no"), tally.Number("abstain"), tally.Number("invalid"));
    }
}
