using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Seed;
using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Domain.Assessments.Assigning;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Experts;
using TitleWorkflow.Persistence;
using TitleWorkflow.Web.Tests.Hosting;
using TitleWorkflow.Web.Tests.Roads;

namespace TitleWorkflow.Web.Tests.Scenarios;

/// <summary>
/// Two who did not pass on 16 December 2022 ask for re-examination: one because a reader had shared the employer, one because the
/// work deserved better. The first is assessed again on 16 January 2023.
/// </summary>
public class ReexaminationServer : Server
{
    internal Road Missed { get; private set; } = null!;

    internal Road Merit { get; private set; } = null!;

    internal Road Other { get; private set; } = null!;

    internal Meeting First { get; private set; } = null!;

    internal string FirstSeal { get; private set; } = "";

    internal Answer Early { get; private set; } = null!;

    internal JsonNode Asked { get; private set; } = null!;

    internal Answer Twice { get; private set; } = null!;

    internal Answer Stranger { get; private set; } = null!;

    internal Answer AskedOnTheSameGround { get; private set; } = null!;

    internal Answer MeritUpheld { get; private set; } = null!;

    internal Answer UnnamedUpheld { get; private set; } = null!;

    internal Answer AbsentNamed { get; private set; } = null!;

    internal Answer AssignedTheSame { get; private set; } = null!;

    internal Answer DossierOfWhoStayed { get; private set; } = null!;

    internal Meeting Second { get; private set; } = null!;

    internal JsonNode AgendaOfWhoStayed { get; private set; } = null!;

    internal JsonNode Decided { get; private set; } = null!;

    internal JsonNode Window { get; private set; } = null!;

    internal bool ConfirmationOpenTooEarly { get; private set; }

    protected override DateOnly Start => new(2022, 11, 24);

    protected override int MoreApplicants => 3;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        if (!Runs)
        {
            return;
        }

        var roads = await Road.AwaitingMeeting(this, 3);
        (Missed, Merit, Other) = (roads[0], roads[1], roads[2]);
        await DoNotPass();
        await Ask();
        await Find();
        await AssessAgain();
    }

    private async Task DoNotPass()
    {
        await ClockAt(new DateOnly(2022, 12, 16));
        First = await Meeting.Opened(this, 9, Missed, Merit, Other);
        await First.Vote(Missed, yes: 5, no: 3, abstain: 1);
        await First.Vote(Merit, yes: 1, no: 8, abstain: 0);
        await First.Vote(Other, yes: 9, no: 0, abstain: 0);
        (await First.Close()).Done();
        Early = await Missed.AsksForReexamination("Recusal");
        FirstSeal = (await First.Sign("director")).Done().Text("resultHash");
    }

    private async Task Ask()
    {
        await ClockAt(new DateOnly(2022, 12, 19));
        (await Missed.AsksForReexamination("Recusal")).Done();
        Twice = await Missed.AsksForReexamination("Facts");
        Stranger = await (await As("applicant-0003")).Get($"/declarations/{Missed.Declaration}/reexamination");
        Asked = await Missed.Reexamination("applicant-0001");
        (await Merit.AsksForReexamination("Merit")).Done();
    }

    private async Task Find()
    {
        await ClockAt(new DateOnly(2022, 12, 28));
        MeritUpheld = await Merit.UnitFinds("Uphold", "业绩确有分量");
        (await Merit.UnitFinds("Dismiss", "学术评价由评委会独立作出，程序合规。")).Done();
        AskedOnTheSameGround = await Merit.AsksForReexamination("Merit");
        await ClockAt(new DateOnly(2023, 1, 9));
        UnnamedUpheld = await Missed.UnitFinds("Uphold", "属实");
        AbsentNamed = await Missed.UnitFinds("Uphold", "属实", "expert11");
        (await Missed.UnitFinds("Uphold", "一名评议专家 2021 年 6 月前与申报人同单位，应当回避。", "expert1")).Done();
    }

    private async Task AssessAgain()
    {
        DossierOfWhoStayed = await (await As("expert1")).Get($"/declarations/{Missed.Declaration}");
        AssignedTheSame = await Missed.OfficeAssigns("expert1", "expert2", "expert3");
        (await Missed.OfficeAssigns("expert2", "expert3", "expert4")).Done();
        foreach (var expert in new[] { "expert2", "expert3", "expert4" })
        {
            (await Missed.ExpertWrites(expert)).Done();
        }

        await ClockAt(new DateOnly(2023, 1, 16));
        Second = await Meeting.Opened(this, 12, Missed);
        Second.HasLeft(Missed, "expert1");
        AgendaOfWhoStayed = await Second.SeenBy("expert1");
        Decided = await Second.Vote(Missed, yes: 8, no: 2, abstain: 1);
        (await Second.Close()).Done();
        (await Second.Sign("director")).Done();
        await ClockAt(new DateOnly(2023, 1, 17));
        (await Missed.UnitPostsResult()).Done();
        Window = (await Anybody.Get("/publicity")).Done().Items("items").Single().Part("window");
        await ClockAt(new DateOnly(2023, 1, 30).StartsAt().AddMinutes(-1));
        ConfirmationOpenTooEarly = await Missed.TaskOf("city", "confirmation") is not null;
        await ClockAt(new DateOnly(2023, 1, 30));
        (await Missed.CityConfirms()).Done();
    }
}

public sealed class PostgresReexaminationServer : ReexaminationServer
{
    private protected override DatabaseProvider Provider => DatabaseProvider.Postgres;
}

[Trait("Scenario", "S12")]
public abstract class ReexaminationTests(ReexaminationServer server)
{
    [SkippableFact]
    public void The_finding_on_a_request_of_19_December_is_due_on_10_January()
    {
        var request = server.Asked.Items("requests").Single();

        Assert.Equal(new DateOnly(2023, 1, 10), request.Date("dueOn"));
        Assert.Equal(new DateOnly(2022, 12, 30), server.Asked.Date("until"));
        Assert.Empty(server.Asked.Items("openGrounds"));
    }

    [SkippableFact]
    public void Nothing_can_be_asked_before_the_result_is_signed_and_told_nor_twice_at_a_time()
    {
        server.Early.Refused(ReexaminationRules.ResultTold);
        server.Twice.Refused(ReexaminationRules.OneAtATime);
        server.Stranger.NotFound();
    }

    [SkippableFact]
    public async Task Merit_is_answered_with_reasons_not_reopened_and_not_asked_again()
    {
        server.MeritUpheld.Refused(ReexaminationRules.NotMerit);
        server.AskedOnTheSameGround.Refused(ReexaminationRules.OncePerGround);
        var seen = await server.Merit.Reexamination("applicant-0002");

        Assert.Equal("学术评价由评委会独立作出，程序合规。", seen.Items("requests").Single().Text("finding"));
        Assert.Equal("NotPassed", await server.Merit.StatusSeenBy("applicant-0002"));
        Assert.NotEmpty(await server.Merit.NoticesOf("applicant-0002", "notice.reexamination-dismissed"));
    }

    [SkippableFact]
    public async Task When_the_time_is_over_the_result_is_final_and_its_flow_ends()
    {
        var late = await server.Merit.AsksForReexamination("Procedure");

        late.Refused(ReexaminationRules.InTime);
        Assert.Equal("Finished", await server.Read(db => db.WorkflowInstances
            .Where(i => i.Id == server.Merit.Declaration).Select(i => i.Status.ToString()).SingleAsync()));
    }

    [SkippableFact]
    public void Who_should_have_left_is_named_among_those_who_took_part()
    {
        server.UnnamedUpheld.Refused(ReexaminationRules.NamesWhoStayed);
        server.AbsentNamed.Refused(ReexaminationRules.TookPart);
    }

    [SkippableFact]
    public void Who_should_have_left_neither_reads_nor_sees_nor_votes_again()
    {
        server.AssignedTheSame.Refused(AssignmentRules.NoConflict);
        server.DossierOfWhoStayed.NotFound();
        Assert.Empty(server.AgendaOfWhoStayed.Items("cases"));
    }

    [SkippableFact]
    public void Of_eleven_without_the_one_eight_pass()
    {
        Assert.Equal((8, 2, 1), Counted(server.Decided));
        Assert.Equal("Passed", server.Decided.Text("result"));
    }

    [SkippableFact]
    public async Task Old_and_new_ballots_are_both_in_the_archive_and_both_add_up()
    {
        var old = await server.First.Case(server.Missed);

        Assert.Equal(((5, 3, 1), "NotPassed"), (Counted(old), old.Text("result")));
        Assert.All(await server.First.Recount(), r => Assert.True(r["agrees"]!.GetValue<bool>()));
        Assert.All(await server.Second.Recount(), r => Assert.True(r["agrees"]!.GetValue<bool>()));
    }

    [SkippableFact]
    public async Task Other_results_are_untouched()
    {
        var other = await server.First.Case(server.Other);

        Assert.Equal(((9, 0, 0), "Passed"), (Counted(other), other.Text("result")));
        Assert.Equal(server.FirstSeal, (await server.First.SeenBy("office")).Text("resultHash"));
        Assert.Equal(AssessmentResult.Passed, await server.Read(db => db.Declarations
            .Where(d => d.Id == new DeclarationId(Guid.Parse(server.Other.Declaration))).Select(d => d.Result).SingleAsync()));
    }

    [SkippableFact]
    public void Publicity_from_17_January_ends_on_Sunday_29_January()
    {
        Assert.Equal(new DateOnly(2023, 1, 29), server.Window.Date("lastDay"));
        Assert.False(server.ConfirmationOpenTooEarly);
    }

    [SkippableFact]
    public async Task It_ends_with_a_certificate() =>
        Assert.Equal("CertificateIssued", await server.Missed.StatusSeenBy("applicant-0001"));

    [SkippableFact]
    public async Task The_experts_evaluation_gets_an_entry_and_the_applicant_learns_no_name()
    {
        var history = await server.Read(db => db.Experts.Where(e => e.Person == DemoPeople.Id("expert1")).Select(e => e.History).SingleAsync());
        var told = (await server.Missed.Reexamination("applicant-0001")).ToJsonString();
        var name = await server.Read(db => db.People.Where(p => p.Id == DemoPeople.Id("expert1")).Select(p => p.Name).SingleAsync());

        Assert.Contains("应当回避而未回避", Assert.Single(history, h => h.Act == ExpertAct.Evaluated).Note);
        Assert.DoesNotContain(name, told);
    }

    private static (int Yes, int No, int Abstain) Counted(JsonNode @case) =>
        (@case.Part("tally")["yes"]!.GetValue<int>(), @case.Part("tally")["no"]!.GetValue<int>(), @case.Part("tally")["abstain"]!.GetValue<int>());
}

public sealed class ReexaminationOnSqliteTests(ReexaminationServer server)
    : ReexaminationTests(server), IClassFixture<ReexaminationServer>;

public sealed class ReexaminationOnPostgresTests : ReexaminationTests, IClassFixture<PostgresReexaminationServer>
{
    public ReexaminationOnPostgresTests(PostgresReexaminationServer server)
        : base(server) => TestDatabase.RequirePostgres();
}
