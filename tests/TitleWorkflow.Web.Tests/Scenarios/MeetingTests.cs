using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Domain;
using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Persistence;
using TitleWorkflow.Web.Tests.Hosting;
using TitleWorkflow.Web.Tests.Roads;

namespace TitleWorkflow.Web.Tests.Scenarios;

/// <summary>Declarations wait for the committee.</summary>
public class MeetingServer : Server
{
    private readonly ConcurrentQueue<Road> waiting = new();

    protected override DateOnly Start => new(2022, 11, 1);

    protected override int MoreApplicants => 28;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        if (!Runs)
        {
            return;
        }

        foreach (var road in await Road.AwaitingMeeting(this, MoreApplicants))
        {
            waiting.Enqueue(road);
        }
    }

    internal Road Next() => waiting.TryDequeue(out var road) ? road : throw new InvalidOperationException("All cases are used up.");
}

public sealed class PostgresMeetingServer : MeetingServer
{
    private protected override DatabaseProvider Provider => DatabaseProvider.Postgres;
}

[Trait("Scenario", "S7")]
public abstract partial class MeetingTests(MeetingServer server)
{
    [SkippableFact]
    public async Task Eight_of_thirteen_cannot_open_a_meeting()
    {
        var meeting = await Meeting.Call(server);
        await meeting.SignIn(Meeting.Members.Take(8));

        var answer = await meeting.Open();

        answer.Refused(AssessmentRules.Quorum);
    }

    [SkippableFact]
    public async Task Of_nine_present_six_yes_pass_and_five_do_not()
    {
        var (first, second) = (server.Next(), server.Next());
        var meeting = await Meeting.Opened(server, 9, first, second);

        var six = await meeting.Vote(first, yes: 6, no: 3, abstain: 0);
        var five = await meeting.Vote(second, yes: 5, no: 4, abstain: 0);

        Assert.Equal("Passed", six.Text("result"));
        Assert.Equal("NotPassed", five.Text("result"));
        (await meeting.Close()).Done();
    }

    [SkippableFact]
    public async Task A_case_without_quorum_for_a_recusal_is_put_off_and_the_others_go_on()
    {
        var (left, other) = (server.Next(), server.Next());
        var meeting = await Meeting.Opened(server, 9, left, other);
        (await meeting.Recuse(left, "expert4")).Done();

        var votable = await meeting.OpenVoting(left);
        (await meeting.Defer(left)).Done();
        var next = await meeting.Vote(other, yes: 6, no: 2, abstain: 1);

        votable.Refused(AssessmentRules.CaseQuorum);
        Assert.Equal("Deferred", (await meeting.Case(left)).Text("status"));
        Assert.Equal("Passed", next.Text("result"));
        (await meeting.Close()).Done();
    }

    [SkippableFact]
    public async Task Of_eleven_present_one_recused_seven_yes_pass_and_six_do_not()
    {
        var (first, second) = (server.Next(), server.Next());
        var meeting = await Meeting.Opened(server, 11, first, second);
        (await meeting.Recuse(first, "expert7")).Done();
        (await meeting.Recuse(second, "expert7")).Done();

        var seven = await meeting.Vote(first, yes: 7, no: 1, abstain: 2);
        var six = await meeting.Vote(second, yes: 6, no: 4, abstain: 0);

        Assert.Equal("Passed", seven.Text("result"));
        Assert.Equal(10, seven.Number("eligible"));
        Assert.Equal("NotPassed", six.Text("result"));
        (await meeting.Close()).Done();
    }

    [SkippableFact]
    public async Task The_yes_votes_needed_follow_those_in_the_room()
    {
        var (first, second) = (server.Next(), server.Next());
        var meeting = await Meeting.Opened(server, 11, first, second);

        (await meeting.OpenVoting(first)).Done();
        var ofEleven = (await meeting.Room()).Part("case");
        (await meeting.CloseVoting(first)).Done();
        await meeting.Leaves("expert9");
        (await meeting.OpenVoting(second)).Done();
        var ofTen = (await meeting.Room()).Part("case");
        (await meeting.CloseVoting(second)).Done();

        Assert.Equal((11, 8), (ofEleven.Number("voters"), ofEleven.Number("yesNeeded")));
        Assert.Equal((10, 7), (ofTen.Number("voters"), ofTen.Number("yesNeeded")));
        (await meeting.Close()).Done();
    }

    [SkippableFact]
    public async Task Abstentions_of_thirteen_present_count_against()
    {
        var road = server.Next();
        var meeting = await Meeting.Opened(server, 13, road);

        var decided = await meeting.Vote(road, yes: 9, no: 0, abstain: 4);

        Assert.Equal("Passed", decided.Text("result"));
        Assert.Equal(4, decided.Part("tally").Number("abstain"));
        (await meeting.Close()).Done();
    }

    [SkippableFact]
    public async Task A_lost_quorum_suspends_the_meeting_and_what_was_voted_stands()
    {
        var (voted, left) = (server.Next(), server.Next());
        var meeting = await Meeting.Opened(server, 9, voted, left);
        await meeting.Vote(voted, yes: 6, no: 3, abstain: 0);

        await meeting.Leaves("expert7");
        var votable = await meeting.OpenVoting(left);

        Assert.Equal("Suspended", (await meeting.SeenBy("office")).Text("status"));
        votable.Refused(AssessmentRules.MeetingOpen);
        Assert.Equal("Passed", (await meeting.Case(voted)).Text("result"));
        Assert.Equal("Listed", (await meeting.Case(left)).Text("status"));
        (await meeting.Close()).Done();
    }

    [SkippableFact]
    public async Task Nobody_votes_from_afar_by_proxy_or_late_and_every_try_is_recorded()
    {
        var road = server.Next();
        var meeting = await Meeting.Opened(server, 9, road);
        (await meeting.OpenVoting(road)).Done();

        var absent = await meeting.Cast(road, "expert8");
        var withoutSeat = await meeting.Cast(road, "expert12");
        var byTheOffice = await meeting.Cast(road, "office");
        (await meeting.CloseVoting(road)).Done();
        var late = await meeting.Cast(road, "expert1");

        absent.Refused(AssessmentRules.PresentInPerson);
        withoutSeat.NotFound();
        byTheOffice.Forbidden();
        late.Refused(AssessmentRules.VotingOpen);
        Assert.True(await RefusalRecorded(AssessmentRules.PresentInPerson));
        Assert.True(await RefusalRecorded(AssessmentRules.VotingOpen));
        (await meeting.Close()).Done();
    }

    [SkippableFact]
    public async Task A_double_click_is_one_ballot_and_a_second_try_is_refused()
    {
        var road = server.Next();
        var meeting = await Meeting.Opened(server, 9, road);
        (await meeting.OpenVoting(road)).Done();

        var first = await meeting.Cast(road, "expert1", "Yes", key: "one-click");
        var again = await meeting.Cast(road, "expert1", "Yes", key: "one-click");
        var changed = await meeting.Cast(road, "expert1", "No");

        Assert.Equal(first.Done().Text("receipt"), again.Done().Text("receipt"));
        changed.Refused(AssessmentRules.OneBallot);
        Assert.Equal(1, (await meeting.Room()).Part("case").Number("cast"));
        (await meeting.CloseVoting(road)).Done();
        (await meeting.Close()).Done();
    }

    [SkippableFact]
    public async Task A_result_takes_effect_only_when_the_presiding_director_has_signed()
    {
        var road = server.Next();
        var meeting = await Meeting.Opened(server, 13, road);
        await meeting.Vote(road, yes: 13, no: 0, abstain: 0);
        var early = await meeting.Sign("director");
        (await meeting.Close()).Done();

        var byTheDeputy = await meeting.Sign("deputy");
        var withoutPassword = await meeting.Sign("director", "wrong");
        var before = await road.TaskOf("organiser", "result-posting");
        var signed = await meeting.Sign("director");

        early.Refused(AssessmentRules.MeetingClosed);
        byTheDeputy.Refused(AssessmentRules.SignedByPresiding);
        Assert.Equal(System.Net.HttpStatusCode.Conflict, withoutPassword.Status);
        Assert.Null(before);
        Assert.Matches("^[0-9a-f]{64}$", signed.Done().Text("resultHash"));
        Assert.NotNull(await road.TaskOf("organiser", "result-posting"));
    }

    [SkippableFact]
    public async Task Where_the_deputy_presides_the_deputy_signs()
    {
        var road = server.Next();
        var meeting = await Meeting.Call(server, road);
        await meeting.SignIn(Meeting.Members.Skip(1).Take(9));
        (await meeting.Open()).Done();
        await meeting.DrawCodes();
        await meeting.Vote(road, yes: 9, no: 0, abstain: 0);
        (await meeting.Close()).Done();

        var byTheDirector = await meeting.Sign("director");
        var byTheDeputy = await meeting.Sign("deputy");

        byTheDirector.Refused(AssessmentRules.SignedByPresiding);
        byTheDeputy.Done();
    }

    [SkippableFact]
    public async Task Nothing_stored_or_shown_joins_a_voter_to_a_choice()
    {
        var road = server.Next();
        var meeting = await Meeting.Opened(server, 9, road);
        (await meeting.OpenVoting(road)).Done();
        var receipts = new List<string>();
        foreach (var (member, i) in Meeting.Members.Take(9).Select((m, i) => (m, i)))
        {
            receipts.Add((await meeting.Cast(road, member, i == 0 ? "No" : "Yes")).Done().Text("receipt"));
        }

        (await meeting.CloseVoting(road)).Done();

        var listed = (await meeting.Receipts(road, "expert1")).Items("codes").Select(c => c.ToString()).ToList();
        var sealedLeft = await server.Read(db => db.SealedBallots.CountAsync());
        var told = await server.Read(db => db.Audit.Where(a => a.Action == "Assessments.CastBallot").Select(a => a.Detail).ToListAsync());
        var answers = await server.Read(db => db.Answers.Where(a => a.Action == "Assessments.CastBallot").Select(a => a.Answer).ToListAsync());

        Assert.Equal(receipts.Order(StringComparer.Ordinal), listed);
        Assert.Equal(0, sealedLeft);
        Assert.All(told, detail => Assert.Equal("", detail));
        Assert.All(answers, answer => Assert.DoesNotMatch("Yes|No\"|Abstain", answer));
        (await (await server.As("admin")).Get($"/meetings/{meeting.Id}")).Forbidden();
        (await meeting.Close()).Done();
    }

    private Task<bool> RefusalRecorded(Rule rule) => server.Read(db => db.Audit.AnyAsync(
        a => a.Action == "Assessments.CastBallot" && a.Outcome == "refused" && a.Rules == rule.Code));
}

public sealed class MeetingOnSqliteTests(MeetingServer server) : MeetingTests(server), IClassFixture<MeetingServer>;

public sealed class MeetingOnPostgresTests : MeetingTests, IClassFixture<PostgresMeetingServer>
{
    public MeetingOnPostgresTests(PostgresMeetingServer server)
        : base(server) => TestDatabase.RequirePostgres();
}
