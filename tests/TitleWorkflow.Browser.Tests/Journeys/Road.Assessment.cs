namespace TitleWorkflow.Browser.Tests.Journeys;

internal sealed partial class Road
{
    private static readonly (string UserName, string Name)[] Readers =
        [("expert1", "秦亦舟"), ("expert2", "林见微"), ("expert3", "宋怀谷")];

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
        await expert.Writes("技术水平", "24");
        await expert.Writes("业绩成果", "47");
        await expert.Writes("行业影响", "6");
        await expert.Sees("77");
        await expert.Writes("书面意见", "业绩突出，达到标准。");
        await expert.Presses("提交评分");
        await expert.Told($"{Applicant}：评分和意见，已提交");
    }
}
