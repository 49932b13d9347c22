using System.Text.Json.Nodes;
using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Persistence;
using TitleWorkflow.Web.Tests.Hosting;
using TitleWorkflow.Web.Tests.Roads;

namespace TitleWorkflow.Web.Tests.Scenarios;

/// <summary>
/// Two meetings with eighteen cases each: in the first a member leaves one of them, in the second so many go home before the
/// sixteenth that there is no quorum any more.
/// </summary>
public class AgendaServer : Server
{
    private const int Agenda = 18;
    private const string WhoLeaves = "expert9";

    private readonly List<(string Moment, SortedDictionary<string, string> Told)> toldToWhoLeft = [];

    /// <summary>Everything the member reads in a world without the case they will leave.</summary>
    internal SortedDictionary<string, string> ToldWithoutTheCase { get; private set; } = [];

    /// <summary>The same, at every step that is taken with the case.</summary>
    internal IReadOnlyList<(string Moment, SortedDictionary<string, string> Told)> ToldToWhoLeft => toldToWhoLeft;

    internal JsonNode SeenByWhoLeft { get; private set; } = null!;

    internal JsonNode SeenByAnotherMember { get; private set; } = null!;

    internal JsonNode Left { get; private set; } = null!;

    internal JsonNode RoomWithoutWhoLeft { get; private set; } = null!;

    internal Answer SixteenthPutUp { get; private set; } = null!;

    internal JsonNode Suspended { get; private set; } = null!;

    internal JsonNode Closed { get; private set; } = null!;

    protected override DateOnly Start => new(2022, 11, 1);

    protected override int MoreApplicants => Agenda + 1;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        if (!Runs)
        {
            return;
        }

        var roads = await Road.AwaitingMeeting(this, MoreApplicants);
        await LeaveOne([.. roads.Take(Agenda - 1)], roads[Agenda - 1]);
        await LoseQuorum([.. roads.Take(Agenda - 1), roads[Agenda]]);
    }

    private async Task LeaveOne(IReadOnlyList<Road> others, Road left)
    {
        var meeting = await Meeting.Opened(this, 11, others);
        ToldWithoutTheCase = await Look(meeting);
        (await meeting.Add(left)).Done();
        (await meeting.Recuse(left, WhoLeaves)).Done();
        await Note("on the agenda", meeting);
        (await meeting.OpenVoting(left)).Done();
        RoomWithoutWhoLeft = await meeting.Room();
        await Note("voting", meeting);
        await meeting.CastAll(left, yes: 7, no: 1, abstain: 2);
        await Note("all have voted", meeting);
        (await meeting.CloseVoting(left)).Done();
        await Note("decided", meeting);
        Left = await meeting.Case(left);
        SeenByWhoLeft = await meeting.SeenBy(WhoLeaves);
        SeenByAnotherMember = await meeting.SeenBy("expert8");
        (await meeting.Close()).Done();
    }

    private async Task LoseQuorum(IReadOnlyList<Road> agenda)
    {
        var meeting = await Meeting.Opened(this, 9, agenda);
        foreach (var road in agenda.Take(15))
        {
            await meeting.Vote(road, yes: 6, no: 3, abstain: 0);
        }

        await meeting.Leaves("expert7");
        SixteenthPutUp = await meeting.OpenVoting(agenda[15]);
        Suspended = await meeting.SeenBy("office");
        (await meeting.Close()).Done();
        Closed = await meeting.SeenBy("office");
    }

    private async Task Note(string moment, Meeting meeting) => toldToWhoLeft.Add((moment, await Look(meeting)));

    private async Task<SortedDictionary<string, string>> Look(Meeting meeting)
    {
        string[] places =
        [
            "/meetings", $"/meetings/{meeting.Id}", "/ballots/current", "/declarations", "/declarations?search=QT-",
            "/declarations?phase=Assessment", "/work-items?view=Mine", "/work-items?view=Available", "/work-items?view=Done",
            "/notices",
        ];
        var member = await As(WhoLeaves);
        var told = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var place in places)
        {
            told.Add(place, (await member.Get(place)).Done().ToJsonString());
        }

        return told;
    }
}

public sealed class PostgresAgendaServer : AgendaServer
{
    private protected override DatabaseProvider Provider => DatabaseProvider.Postgres;
}

[Trait("Scenario", "S7")]
public abstract class AgendaTests(AgendaServer server)
{
    [SkippableFact]
    public void Who_left_one_of_eighteen_cases_reads_seventeen_of_seventeen()
    {
        Assert.Equal(17, server.SeenByWhoLeft.Items("cases").Count);
        Assert.Equal(18, server.SeenByAnotherMember.Items("cases").Count);
        Assert.All(server.SeenByWhoLeft.Items("cases"), c => Assert.Null(c["position"]));
    }

    [SkippableFact]
    public void No_list_or_total_of_who_left_a_case_differs_from_a_world_without_it() =>
        Assert.All(server.ToldToWhoLeft, step => Assert.Equal(server.ToldWithoutTheCase, step.Told));

    [SkippableFact]
    public void The_case_is_decided_by_the_ten_who_stayed()
    {
        var box = server.RoomWithoutWhoLeft.Part("case");

        Assert.Equal((10, 7), (box.Number("voters"), box.Number("yesNeeded")));
        Assert.Equal((10, "Passed"), (server.Left.Number("eligible"), server.Left.Text("result")));
        Assert.Equal((7, 1, 2), (
            server.Left.Part("tally").Number("yes"), server.Left.Part("tally").Number("no"), server.Left.Part("tally").Number("abstain")));
    }

    [SkippableFact]
    public void Eight_left_at_the_sixteenth_case_suspend_the_meeting()
    {
        Assert.Equal("Suspended", server.Suspended.Text("status"));
        Assert.Equal((8, 9), (
            server.Suspended.Part("attendance").Number("present"), server.Suspended.Part("attendance").Number("quorum")));
        server.SixteenthPutUp.Refused(AssessmentRules.MeetingOpen);
    }

    [SkippableFact]
    public void Cases_one_to_fifteen_stand_and_the_last_three_are_not_voted_on()
    {
        var cases = server.Closed.Items("cases").OrderBy(c => c.Number("position")).ToList();

        Assert.Equal(18, cases.Count);
        Assert.All(cases.Take(15), c => Assert.Equal(("Decided", "Passed"), (c.Text("status"), c.Text("result"))));
        Assert.All(cases.Skip(15), c => Assert.Equal(("Deferred", null), (c.Text("status"), c.TextOrNull("result"))));
    }
}

public sealed class AgendaOnSqliteTests(AgendaServer server) : AgendaTests(server), IClassFixture<AgendaServer>;

public sealed class AgendaOnPostgresTests : AgendaTests, IClassFixture<PostgresAgendaServer>
{
    public AgendaOnPostgresTests(PostgresAgendaServer server)
        : base(server) => TestDatabase.RequirePostgres();
}
