using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Assessments;
using TitleWorkflow.Application.Seed;
using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Persistence;
using TitleWorkflow.Web.Tests.Hosting;
using TitleWorkflow.Web.Tests.Roads;

namespace TitleWorkflow.Web.Tests.Scenarios;

/// <summary>Two who will be level at the line have come all the way under a plan with a pass rate of 55 %.</summary>
public class PassCapServer : Server
{
    internal Road Fourteenth { get; private set; } = null!;

    internal Road Fifteenth { get; private set; } = null!;

    internal Domain.Declarations.AnnualPlan Plan { get; private set; } = null!;

    protected override DateOnly Start => new(2022, 11, 1);

    protected override int MoreApplicants => 2;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        if (!Runs)
        {
            return;
        }

        Plan = await Road.PlanUnder(this, "青檀 · 通过率 55%", ("cap.passRate", 55));
        Fourteenth = await Road.AtEmployerPublicity(this, "applicant-0001", Plan.Id.Value);
        Fifteenth = await Road.AtEmployerPublicity(this, "applicant-0002", Plan.Id.Value);
        await Fourteenth.EmployerPublicityEnds();
        string[] readers = ["expert1", "expert2", "expert3", "expert4"];
        foreach (var road in new[] { Fourteenth, Fifteenth })
        {
            await road.GoesUp();
            (await road.UnitAccepts()).Done();
            (await road.OfficeAssigns(readers)).Done();
            foreach (var (expert, total) in readers.Zip([78, 79, 78, 79]))
            {
                (await road.ExpertGives(expert, total)).Done();
            }
        }
    }
}

public sealed class PostgresPassCapServer : PassCapServer
{
    private protected override DatabaseProvider Provider => DatabaseProvider.Postgres;
}

/// <summary>One meeting votes on all of it: its boxes open slowly on purpose.</summary>
[Trait("Scenario", "S10")]
public abstract class PassCapTests(PassCapServer server)
{
    // Eleven of thirteen are present, so eight agree or it is no pass: sixteen pass, ten do not.
    private static readonly int[] Votes = [.. Enumerable.Repeat(10, 13), 8, 7, .. Enumerable.Repeat(0, 9)];

    [SkippableFact]
    public async Task Of_sixteen_with_enough_votes_fourteen_pass_and_two_are_over_the_cap()
    {
        IReadOnlyList<Road> capped =
            [.. await Road.Waiting(server, server.Plan, "yuanxiu", [.. Votes.Select(_ => 75)]), server.Fourteenth, server.Fifteenth];
        var free = await Road.Waiting(server, await Road.PlanUnder(server, "青檀 · 无通过率"), "yuanxiu", 75, 75, 75);
        var four = await Institution();
        var meeting = await Meeting.Opened(server, 11, [.. capped, .. free, .. four]);
        foreach (var (road, yes) in capped.Zip([.. Votes, 9, 9]))
        {
            await meeting.Agree(road, yes);
        }

        var sixteen = await meeting.Shown();
        foreach (var (road, yes) in free.Concat(four).Zip([11, 8, 7, 11, 9, 9, 8]))
        {
            await meeting.Agree(road, yes);
        }

        var before = await meeting.Results();
        var early = await meeting.Close();
        var hidden = await meeting.AskCaps("expert1");
        var tied = (await meeting.SettleCaps()).Done();
        var line = (await meeting.Caps("director")).Items("plans").Single(p => p["places"] is not null);
        var runOff = tied.Items("runOffs").Single().ToString();
        (await meeting.OpenRunOff(runOff)).Done();
        var shown = (await meeting.RunOffs("expert1")).Single();
        var ballot = await meeting.Ballot("expert1");
        foreach (var (member, i) in Meeting.Members.Take(11).Select((m, i) => (m, i)))
        {
            (await meeting.Names(runOff, member, i < 6 ? server.Fourteenth : i < 10 ? server.Fifteenth : null)).Done();
        }

        var again = await meeting.Names(runOff, "expert1", server.Fifteenth);
        var room = await meeting.Room();
        var sealedCodes = await meeting.AskRunOffReceipts(runOff, "expert1");
        (await meeting.CloseRunOff(runOff)).Done();
        var settled = (await meeting.SettleCaps()).Done();

        // Where no cap applies, enough votes are enough, and known at once.
        Assert.Equal(16, sixteen.Count(c => c.Part("tally")["yes"]!.GetValue<int>() >= 8));
        Assert.Equal(new Dictionary<string, int> { [""] = 30, ["Passed"] = 2, ["NotPassed"] = 1 }, before);
        early.Refused(CapRules.CapSettled);
        Assert.False(tied["isSettled"]!.GetValue<bool>());
        Assert.Equal(2, shown.Items("candidates").Count);
        Assert.Null(shown["cast"]);
        again.Refused(AssessmentRules.OneBallot);
        Assert.True(settled["isSettled"]!.GetValue<bool>());

        // The ranking shows its working, to the one who presides and to nobody else in the room.
        hidden.NotFound();
        Assert.Equal((26, 55, 14), (Number(line, "votedOn"), Number(line, "percent"), Number(line, "places")));
        Assert.Equal([14, 14], line.Items("rows").Where(r => r.Text("standing") == "Tied").Select(r => Number(r, "rank")));

        // Devices and wall show who and how many, never what.
        Assert.Equal("RunOffVoting", ballot.Text("state"));
        Assert.Equal(11, room.Part("runOff")["cast"]!.GetValue<int>());
        Assert.All(room.Part("runOff").Items("candidates"), c => Assert.Null(c["votes"]));
        sealedCodes.Refused(AssessmentSliceRules.VotingClosed);
        Assert.Equal(11, (await meeting.AskRunOffReceipts(runOff, "expert1")).Done().Items("codes").Count);
        Assert.True((await meeting.RecountRunOffs()).Single()["agrees"]!.GetValue<bool>());

        var results = new List<(string Part, Dictionary<string, int> Counts)>
        {
            ("capped", await meeting.Results(capped)), ("free", await meeting.Results(free)), ("institution", await meeting.Results(four)),
        };
        Assert.Equal(
            [
                ("capped", "NotPassed 10, OverCap 2, Passed 14"), ("free", "NotPassed 1, Passed 2"),
                ("institution", "OverCap 1, Passed 3"),
            ],
            results.Select(r => (r.Part, string.Join(", ", r.Counts.OrderBy(c => c.Key).Select(c => $"{c.Key} {c.Value}")))));
        Assert.Equal("Passed", (await meeting.Case(server.Fourteenth)).Text("result"));
        Assert.Equal("OverCap", (await meeting.Case(four[3])).Text("result"));
        await NothingJoinsAVoterToAChoice();

        (await meeting.Close()).Done();
        (await meeting.Sign("director")).Done();
        Assert.Equal("OverCap", await server.Fifteenth.StatusSeenBy("applicant-0002"));
        Assert.NotEmpty(await server.Fifteenth.NoticesOf("applicant-0002", "notice.over-cap"));
        Assert.Empty(await server.Fifteenth.NoticesOf("applicant-0002", "notice.not-passed"));
    }

    // A public institution with three posts; how its four are voted on stands above.
    private async Task<IReadOnlyList<Road>> Institution()
    {
        var plan = await Road.PlanUnder(server, "青檀 · 岗位职数");
        var unit = await server.As("organiser");
        (await unit.Put($"/plans/{plan.Id.Value}/quotas/{DemoOrganisations.Id("hengce").Value}", new { posts = 3 })).Done();
        return await Road.Waiting(server, plan, "hengce", 70, 71, 72, 73);
    }

    private static int Number(JsonNode node, string name) => node[name]!.GetValue<int>();

    private async Task NothingJoinsAVoterToAChoice()
    {
        Assert.Equal(0, await server.Read(db => db.SealedRunOffBallots.CountAsync()));
        Assert.Equal(11, await server.Read(db => db.OpenedRunOffBallots.CountAsync()));
        Assert.All(
            await server.Read(db => db.Audit.Where(a => a.Action == "Assessments.CastRunOff").Select(a => a.Detail).ToListAsync()),
            detail => Assert.Equal("", detail));
        Assert.All(
            await server.Read(db => db.Answers.Where(a => a.Action == "Assessments.CastRunOff").Select(a => a.Answer).ToListAsync()),
            answer => Assert.DoesNotContain("hoice", answer, StringComparison.Ordinal));
    }
}

public sealed class PassCapOnSqliteTests(PassCapServer server) : PassCapTests(server), IClassFixture<PassCapServer>;

public sealed class PassCapOnPostgresTests : PassCapTests, IClassFixture<PostgresPassCapServer>
{
    public PassCapOnPostgresTests(PostgresPassCapServer server)
        : base(server) => TestDatabase.RequirePostgres();
}
