using Microsoft.EntityFrameworkCore;
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

[Trait("Scenario", "S10")]
public abstract class PassCapTests(PassCapServer server)
{
    // Eleven of thirteen are present, so eight agree or it is no pass: sixteen pass, ten do not.
    private static readonly int[] Votes = [11, 11, 11, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 8, 7, 3, 3, 3, 3, 3, 3, 3, 3, 3];

    [SkippableFact]
    public async Task Of_sixteen_with_enough_votes_fourteen_pass_and_two_are_over_the_cap()
    {
        var others = await Road.Waiting(server, server.Plan, "yuanxiu", [.. Votes.Select(_ => 75)]);
        var meeting = await Meeting.Opened(server, 11, [.. others, server.Fourteenth, server.Fifteenth]);
        foreach (var (road, yes) in others.Zip(Votes).Append((server.Fourteenth, 9)).Append((server.Fifteenth, 9)))
        {
            await meeting.Agree(road, yes);
        }

        var before = await meeting.Results();
        var early = await meeting.Close();
        var tied = (await meeting.SettleCaps()).Done();
        var runOff = tied.Items("runOffs").Single().ToString();
        (await meeting.OpenRunOff(runOff)).Done();
        var shown = (await meeting.RunOffs("expert1")).Single();
        foreach (var (member, i) in Meeting.Members.Take(11).Select((m, i) => (m, i)))
        {
            (await meeting.Names(runOff, member, i < 6 ? server.Fourteenth : i < 10 ? server.Fifteenth : null)).Done();
        }

        var again = await meeting.Names(runOff, "expert1", server.Fifteenth);
        (await meeting.CloseRunOff(runOff)).Done();
        var settled = (await meeting.SettleCaps()).Done();

        Assert.Equal(new Dictionary<string, int> { [""] = 26 }, before);
        early.Refused(CapRules.CapSettled);
        Assert.False(tied["isSettled"]!.GetValue<bool>());
        Assert.Equal(2, shown.Items("candidates").Count);
        Assert.Null(shown["cast"]);
        again.Refused(AssessmentRules.OneBallot);
        Assert.True(settled["isSettled"]!.GetValue<bool>());
        Assert.Equal(
            new Dictionary<string, int> { ["Passed"] = 14, ["OverCap"] = 2, ["NotPassed"] = 10 }, await meeting.Results());
        Assert.Equal("Passed", (await meeting.Case(server.Fourteenth)).Text("result"));
        await NothingJoinsAVoterToAChoice();

        (await meeting.Close()).Done();
        (await meeting.Sign("director")).Done();
        Assert.Equal("OverCap", await server.Fifteenth.StatusSeenBy("applicant-0002"));
        Assert.NotEmpty(await server.Fifteenth.NoticesOf("applicant-0002", "notice.over-cap"));
        Assert.Empty(await server.Fifteenth.NoticesOf("applicant-0002", "notice.not-passed"));
    }

    [SkippableFact]
    public async Task With_the_cap_switched_off_all_sixteen_pass()
    {
        var plan = await Road.PlanUnder(server, "青檀 · 无通过率");
        var all = await Road.Waiting(server, plan, "yuanxiu", [.. Votes.Select(_ => 75), 78, 78]);
        var meeting = await Meeting.Opened(server, 11, all);
        foreach (var (road, yes) in all.Zip([.. Votes, 9, 9]))
        {
            await meeting.Agree(road, yes);
        }

        (await meeting.SettleCaps()).Refused(CapRules.AwaitsCap);
        (await meeting.Close()).Done();
        Assert.Equal(new Dictionary<string, int> { ["Passed"] = 16, ["NotPassed"] = 10 }, await meeting.Results());
    }

    [SkippableFact]
    public async Task A_public_institution_with_three_posts_keeps_its_top_three_of_four()
    {
        var plan = await Road.PlanUnder(server, "青檀 · 岗位职数");
        var unit = await server.As("organiser");
        (await unit.Put($"/plans/{plan.Id.Value}/quotas/{DemoOrganisations.Id("hengce").Value}", new { posts = 3 })).Done();
        var four = await Road.Waiting(server, plan, "hengce", 70, 71, 72, 73);
        var other = (await Road.Waiting(server, plan, "yuanxiu", 60)).Single();
        var meeting = await Meeting.Opened(server, 11, [.. four, other]);
        foreach (var (road, yes) in four.Append(other).Zip([11, 9, 9, 8, 8]))
        {
            await meeting.Agree(road, yes);
        }

        Assert.True((await meeting.SettleCaps()).Done()["isSettled"]!.GetValue<bool>());
        Assert.Equal("OverCap", (await meeting.Case(four[3])).Text("result"));
        Assert.Equal(new Dictionary<string, int> { ["Passed"] = 4, ["OverCap"] = 1 }, await meeting.Results());
        (await meeting.Close()).Done();
    }

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
