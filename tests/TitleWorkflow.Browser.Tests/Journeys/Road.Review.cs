namespace TitleWorkflow.Browser.Tests.Journeys;

internal sealed partial class Road
{
    private async Task PostedAtTheEmployer()
    {
        var hr = await AtTask("hr");
        await Decides(hr, "通过", "提交审核");

        await hr.Visits("单位公示");
        await hr.Sees("3 月 3 日至 3 月 9 日，5 个工作日");
        await hr.SeesButton("推荐上报 3 月 10 日 0:00 起可用", enabled: false);
        await ApplicantSees("单位公示与推荐，3 月 9 日（周一）24:00 前", "申报✓ 审核● 评审○ 公示○ 备案○");
    }

    private async Task Recommended()
    {
        await ClockMovesOn(fives: 1, ones: 1, "2026-03-10（周二）");

        var hr = await company.Person("hr");
        await hr.Visits("单位公示");
        await hr.SeesHeading("1 人公示期满，等您推荐");
        await hr.Follows("去推荐");
        await hr.Follows("推荐上报");
        await Decides(hr, "推荐上报", "提交");
    }

    private async Task PassedFromTownToCity()
    {
        foreach (var (userName, office) in new[]
        {
            ("town", "鹭汀镇人力资源服务中心"),
            ("district", "临桥区人力资源和社会保障局"),
            ("city", "青檀市人力资源和社会保障局"),
        })
        {
            await ApplicantSees($"{office}正在审核，3 月 17 日（周二）24:00 前办结", "申报✓ 审核● 评审○ 公示○ 备案○");
            await Decides(await AtTask(userName), "通过", "提交审核");
        }
    }

    private async Task SupplementedOnce()
    {
        var organiser = await AtTask("organiser");
        await organiser.Chooses("一次性告知补正");
        await organiser.Writes("第 1 项", "缺继续教育学时证明");
        await organiser.Writes("第 2 项", "工作年限需说明起算日期");
        await organiser.Presses("提交审查");
        await organiser.Told($"{Applicant}：一次性告知补正，已提交");

        var applicant = await ApplicantSees("补正 2 项材料，3 月 17 日（周二）24:00 前提交", "申报✓ 审核! 评审○ 公示○ 备案○");
        await applicant.Sees("缺继续教育学时证明");
        await applicant.Follows("开始补正");
        await applicant.Attaches("1. 缺继续教育学时证明", "继续教育证明.pdf", await papers.Make("继续教育学时证明"));
        await applicant.Page.GetByLabel("书面说明").Last.FillAsync("自 2008 年 7 月起从事本专业。");
        await applicant.Sees("已自动保存");
        await applicant.Presses("提交补正");
        await applicant.Told("补正已提交");
    }

    private async Task Accepted()
    {
        var organiser = await AtTask("organiser");
        await organiser.Sees("自 2008 年 7 月起从事本专业。");
        await Decides(organiser, "受理", "提交审查");
        await ApplicantSees("评审中", "申报✓ 审核✓ 评审● 公示○ 备案○");
    }
}
