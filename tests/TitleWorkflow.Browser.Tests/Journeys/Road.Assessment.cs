namespace TitleWorkflow.Browser.Tests.Journeys;

internal sealed partial class Road
{
    private static readonly (string UserName, string Name)[] Readers =
        [("expert1", "秦亦舟"), ("expert2", "林见微"), ("expert3", "宋怀谷")];

    /// <summary>What an expert gives, 77 in all.</summary>
    internal static readonly (string Indicator, string Points)[] Points =
    [
        ("学历", "5"), ("专业工作年限", "6"), ("继续教育", "4"), ("职业技能等级", "9"), ("科技奖励", "8"), ("发明专利", "10"),
        ("主持项目", "18"), ("技术改造", "6"), ("标准制定", "5"), ("论文著作", "0"), ("行业影响", "6"),
    ];

    private async Task ReadInGroup()
    {
        var office = await AtTask("office");
        foreach (var (_, name) in Readers)
        {
            await office.Chooses(name);
        }

        await office.Sees("已选 3 名");
        await office.Presses("分派专家");
        await office.Told($"{Applicant}：已办结");
        await Task.WhenAll(Readers.Select(r => WriteOpinion(r.UserName)));
    }

    private async Task WriteOpinion(string userName)
    {
        var expert = await AtTask(userName, inbox: "我的评审");
        foreach (var (indicator, points) in Points)
        {
            await expert.Writes(indicator, points);
        }

        await expert.Sees("77");
        await expert.Writes("书面意见", "业绩突出，达到标准。");
        await expert.Presses("提交评分");
        await expert.Told($"{Applicant}：评分和意见，已提交");
    }
}
