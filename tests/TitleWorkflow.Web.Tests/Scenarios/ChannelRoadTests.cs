using TitleWorkflow.Domain.Plans;
using TitleWorkflow.Domain.WorkItems;
using TitleWorkflow.Web.Tests.Hosting;

namespace TitleWorkflow.Web.Tests.Scenarios;

/// <summary>Every channel has plan, numbers, form, criteria, flow and checks of its own, and shares what is the same for all.</summary>
public abstract class ChannelRoadTests(ChannelRoadServer server)
{
    [SkippableTheory]
    [InlineData("SkillCrossover", "高级工程师", "QTT-2022-0001")]
    [InlineData("Entrusted", "高级工程师", "QTW-2022-0001")]
    [InlineData("DirectExpress", "正高级工程师", "QTG-2022-0001")]
    [InlineData("ExecutiveSeniorEconomist", "高级经济师", "QTP-2022-0001")]
    public void Each_channel_leads_to_its_title_under_numbers_of_its_own(string channel, string title, string number)
    {
        Assert.Equal(title, server.Titles[channel]);
        Assert.Equal(number, server.Numbers[channel]);
    }

    [SkippableTheory]
    [InlineData("SkillCrossover", "学历、论文、外语、计算机")]
    [InlineData("Entrusted")]
    [InlineData("DirectExpress", "逐级申报", "任职年限")]
    [InlineData("ExecutiveSeniorEconomist", "现职称", "学历、资历")]
    public void What_a_channel_waives_stands_beside_the_dossier(string channel, params string[] waived) =>
        Assert.Equal(waived, server.Waived[channel]);

    [SkippableTheory]
    [InlineData("SkillCrossover", "镇街审核 区县审核 市级审核 核验技能等级证书 资格审查")]
    [InlineData("Entrusted", "出具委托评审函 市级审核 资格审查")]
    [InlineData("DirectExpress", "核验硬性条件 资格审查")]
    [InlineData("ExecutiveSeniorEconomist", "核对经营指标与任职年限 资格审查")]
    public void The_guide_shows_the_whole_road_through_the_parts_it_shares(string channel, string hops) => Assert.Equal(
        $"填写并提交申报 单位审核 单位内部公示（5 个工作日） 单位推荐上报 {hops} 受理 评审 评审结果公示（5 个工作日） 确认评审结果 发放电子职称证书",
        string.Join(' ', server.Ahead[channel]));

    [SkippableTheory]
    [InlineData("SkillCrossover")]
    [InlineData("DirectExpress")]
    public void A_case_inside_a_shared_part_is_seen_there_and_its_road_goes_on_around_it(string channel)
    {
        Assert.Equal("单位审核公示与推荐: 单位审核", server.Stands[channel]);
        Assert.Equal(["单位内部公示（5 个工作日）", "单位推荐上报"], server.Next[channel].Take(2));
    }

    [SkippableFact]
    public void What_a_channel_must_check_cannot_be_left_out() => server.WithoutFigures.Refused(WorkItemRules.FieldsFilledIn);

    [SkippableFact]
    public void Peers_take_the_place_of_a_hard_condition_or_refuse()
    {
        Assert.Equal("EligibilityCheck", server.AfterPeers.Text("status"));
        server.RefusedByPeers.Done();
        Assert.Equal("Refused", server.AfterPeersRefused.Text("status"));
    }

    [SkippableFact]
    public void A_plan_rests_on_the_rules_of_its_channel() => server.WrongRules.Refused(PlanRules.RulesOfChannel);

    [SkippableFact]
    public void Nobody_plans_by_a_power_nobody_gave_them() => server.OwnPower.Refused(PlanRules.ByItsPower);
}

public sealed class ChannelRoadOnSqliteTests(ChannelRoadServer server) : ChannelRoadTests(server), IClassFixture<ChannelRoadServer>;

public sealed class ChannelRoadOnPostgresTests : ChannelRoadTests, IClassFixture<PostgresChannelRoadServer>
{
    public ChannelRoadOnPostgresTests(PostgresChannelRoadServer server)
        : base(server) => TestDatabase.RequirePostgres();
}
