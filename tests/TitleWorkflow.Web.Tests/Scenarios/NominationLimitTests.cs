using System.Text.Json.Nodes;
using TitleWorkflow.Application.Seed;
using TitleWorkflow.Domain;
using TitleWorkflow.Domain.Nominations;
using TitleWorkflow.Persistence;
using TitleWorkflow.Web.Tests.Hosting;
using TitleWorkflow.Web.Tests.Roads;

namespace TitleWorkflow.Web.Tests.Scenarios;

/// <summary>Three enterprises nominate in October 2022: one with a national honour, one with a provincial one, one whose honour is over.</summary>
public class NominationServer : Server
{
    private readonly Dictionary<int, Answer> rows = [];

    internal IReadOnlyDictionary<int, Answer> Rows => rows;

    internal List<string> Quotas { get; } = [];

    internal JsonNode OwnNomination { get; private set; } = null!;

    internal IReadOnlyList<Answer> AtTheSameSecond { get; private set; } = [];

    internal IReadOnlyList<string> Standing { get; private set; } = [];

    internal string HengceAtTheEnd { get; private set; } = "";

    internal string YuanxiuAtTheEnd { get; private set; } = "";

    internal IReadOnlyList<string> Audited { get; private set; } = [];

    protected override DateOnly Start => new(2022, 10, 10);

    protected override int MoreApplicants => 2;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        if (!Runs)
        {
            return;
        }

        var (hengce, yuanxiu) = (Enterprise.Hengce(this), Enterprise.Yuanxiu(this));
        await Row(1, hengce, await hengce.Nominates("hengce-applicant", DemoNomination.FullSeniorPlan));
        await Row(2, hengce, await hengce.Nominates("hengce-applicant2", DemoNomination.FullSeniorPlan));
        await Row(3, hengce, await hengce.Nominates("hengce-applicant2"));
        var fourth = await hengce.Writes("hengce-applicant3");
        await Row(4, hengce, await hengce.Signs(fourth));
        var withdrawn = await Road.Start(this, "hengce-applicant2", DemoNomination.Plan.Value);
        (await withdrawn.Withdraws()).Done();
        Quotas.Add(await hengce.Quota());
        await Row(5, hengce, await hengce.Signs(fourth));
        await Row(7, yuanxiu, await yuanxiu.Nominates("applicant", DemoNomination.FullSeniorPlan));
        await Row(8, hengce, await Enterprise.Tinglan(this).Nominates("tinglan-applicant"));
        var own = await hengce.Writes("hengce-chairperson");
        OwnNomination = await hengce.Nomination(own);
        await Row(9, hengce, await hengce.Signs(own));
        await SignAtTheSameSecond(yuanxiu);
        await AcceptAndWithdraw(hengce);
        Standing = await hengce.Standing();
        HengceAtTheEnd = await hengce.Quota();
        YuanxiuAtTheEnd = await yuanxiu.Quota();
        Audited = await Enterprise.AuditedSignatures(this);
    }

    private async Task Row(int row, Enterprise enterprise, Answer answer)
    {
        rows[row] = answer;
        Quotas.Add(await enterprise.Quota());
    }

    private async Task SignAtTheSameSecond(Enterprise yuanxiu)
    {
        var one = await yuanxiu.Writes("applicant-0001");
        var other = await yuanxiu.Writes("applicant-0002", by: "researchlead");
        AtTheSameSecond = await Task.WhenAll(yuanxiu.Signs(one), yuanxiu.Signs(other, "researchlead"));
    }

    // Row 6: on the day of acceptance, which comes after the employer's publicity.
    private async Task AcceptAndWithdraw(Enterprise hengce)
    {
        var accepted = await Road.AtEmployerPublicity(this, "hengce-applicant", DemoNomination.FullSeniorPlan.Value);
        await accepted.EmployerPublicityEnds();
        await accepted.GoesUp();
        (await accepted.UnitAccepts()).Done();
        Quotas.Add(await hengce.Quota());
        (await accepted.Withdraws()).Done();
        await Row(6, hengce, await hengce.Nominates("hengce-applicant2", DemoNomination.FullSeniorPlan));
    }
}

public sealed class PostgresNominationServer : NominationServer
{
    private protected override DatabaseProvider Provider => DatabaseProvider.Postgres;
}

[Trait("Scenario", "S2")]
public abstract class NominationLimitTests(NominationServer server)
{
    [SkippableTheory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(5)]
    public void Within_the_quota_a_nomination_is_accepted(int row) =>
        Assert.Equal("Signed", server.Rows[row].Done().Text("status"));

    [SkippableFact]
    public void A_second_full_senior_nomination_is_refused() => Refused(2, NominationRules.FullSeniorQuota);

    [SkippableFact]
    public void A_third_nomination_is_refused() => Refused(4, NominationRules.YearlyQuota);

    [SkippableFact]
    public void After_acceptance_a_withdrawal_frees_nothing() =>
        Refused(6, NominationRules.FullSeniorQuota, NominationRules.YearlyQuota);

    [SkippableFact]
    public void A_provincial_honour_gives_no_full_senior_nomination() => Refused(7, NominationRules.ProvincialDeputySenior);

    [SkippableFact]
    public void An_honour_that_is_over_gives_no_nomination() => Refused(8, NominationRules.HonorLive);

    [SkippableFact]
    public void A_chairperson_who_nominates_himself_reads_every_broken_rule_and_who_may_sign_instead()
    {
        Refused(9, NominationRules.NotOneself, NominationRules.YearlyQuota);
        Assert.Equal(
            [NominationRules.NotOneself.Code, NominationRules.YearlyQuota.Code],
            server.OwnNomination.Items("obstacles").Select(o => o.Text("code")));
        Assert.Contains("研发团队技术带头人", server.Rows[9].Text, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void Of_two_signatures_in_the_same_second_one_is_refused()
    {
        var refused = Assert.Single(server.AtTheSameSecond, a => (int)a.Status == 409);

        refused.Refused(NominationRules.YearlyQuota);
        Assert.Equal("0/1 0/0 0+0", server.Quotas[6]);
        Assert.Equal("1/1 0/0 1+0", server.YuanxiuAtTheEnd);
    }

    [SkippableFact]
    public void The_quota_is_reserved_released_and_consumed_as_cases_go()
    {
        Assert.Equal(
            """
            1/2 1/1 1+0
            1/2 1/1 1+0
            2/2 1/1 2+0
            2/2 1/1 2+0
            1/2 1/1 1+0
            2/2 1/1 2+0
            """,
            string.Join('\n', server.Quotas.Take(6)));
        Assert.Equal("2/2 1/1 1+1", server.Quotas[^2]);
        Assert.Equal("2/2 1/1 1+1", server.HengceAtTheEnd);
        Assert.Equal(["钟若水 Consumed", "闻人越 Signed"], server.Standing.OrderBy(s => s[0] == '闻'));
    }

    [SkippableFact]
    public void Every_signature_and_every_refusal_stands_in_the_audit_log() => Assert.Equal(
        """
        done 
        refused nominations.full-senior-quota
        done 
        refused nominations.yearly-quota
        done 
        refused nominations.provincial-deputy-senior
        refused nominations.honor-live
        refused nominations.not-oneself,nominations.yearly-quota
        done 
        refused nominations.yearly-quota
        refused nominations.full-senior-quota,nominations.yearly-quota
        """,
        string.Join('\n', server.Audited));

    private void Refused(int row, params IReadOnlyList<Rule> rules)
    {
        var answer = server.Rows[row];

        answer.Refused(rules[0]);
        Assert.Equal(rules.Select(r => r.Code), answer.Body!.Items("rules").Select(r => r.Text("code")));
        Assert.All(answer.Body!.Items("rules"), rule => Assert.NotEmpty(rule.Text("source")));
    }
}

public sealed class NominationLimitOnSqliteTests(NominationServer server) : NominationLimitTests(server), IClassFixture<NominationServer>;

public sealed class NominationLimitOnPostgresTests : NominationLimitTests, IClassFixture<PostgresNominationServer>
{
    public NominationLimitOnPostgresTests(PostgresNominationServer server)
        : base(server) => TestDatabase.RequirePostgres();
}
