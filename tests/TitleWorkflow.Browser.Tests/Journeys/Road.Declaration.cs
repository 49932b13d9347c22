namespace TitleWorkflow.Browser.Tests.Journeys;

internal sealed partial class Road
{
    private async Task FillTheForm()
    {
        var applicant = await company.Person("applicant");
        await applicant.Follows("新建申报");
        await applicant.Presses("开始申报：2026 年度工程系列机械专业高级工程师评审");
        await ApplicantSees("填写并提交申报，9 月 2 日（周三）24:00 前", "申报● 审核○ 评审○ 公示○ 备案○");
        await applicant.Follows("继续填写");

        await Section("基本情况", ("联系电话", "13800138000"), ("出生日期", "1986-04-02"), ("现任岗位", "研发工程师"), ("入职日期", "2012-07-01"));

        await applicant.SeesHeading("学历与资历");
        await applicant.Chooses("大专");
        await applicant.Attaches("证明材料：最高学历", "学历证书.pdf", await papers.Make("学历证书"));
        await Section("学历与资历", ("毕业院校", "青檀理工大学"), ("毕业日期", "2008-06-30"), ("从事本专业年限", "12"));

        await applicant.SeesHeading("现职称");
        await applicant.Chooses("工程师");
        await applicant.Attaches("证明材料：现有职称", "工程师证书.pdf", await papers.Make("工程师资格证书"));
        await Section("现职称", ("取得日期", "2016-12-01"));

        await applicant.SeesHeading("专利与成果");
        await applicant.Attaches("证明材料：授权公告号", "专利证书.pdf", await papers.Make("发明专利证书"));
        await Section("专利与成果", ("专利名称", "一种阀门密封结构"), ("授权公告号", "CN112405718B"), ("本人排名", "1"));

        await applicant.SeesHeading("项目业绩");
        await applicant.Attaches("证明材料：代表项目", "验收报告.pdf", await papers.Make("项目验收报告"));
        await Section("项目业绩", ("代表项目", "高温阀门测试台"), ("承担角色", "负责人"), ("成果与效益", "投入使用，年节约成本 200 万元。"));

        await applicant.SeesHeading("年度考核");
        await applicant.Chooses("均为合格及以上");
        await Section("年度考核", ("继续教育学时", "96"));

        await Section("业绩报告", "保存并去提交", [("业务工作总结", "十二年来从事自动化装备研发。")]);
    }

    private async Task Submit()
    {
        var applicant = await company.Person("applicant");
        await applicant.SeesHeading("核对、承诺并提交");
        await applicant.SeesHeading("真实性承诺");
        await applicant.Writes("键入姓名，签署承诺", Applicant);
        await applicant.Presses("提交申报");
        await applicant.Told("已提交，回执号");
    }

    private async Task ReturnedAndCorrected()
    {
        var hr = await AtTask("hr");
        await hr.Sees("学历证书.pdf");
        await hr.Chooses("退回修改");
        await hr.Chooses("基本情况");
        await hr.Writes("基本情况：要改什么", "联系电话已停用，请更正");
        await hr.Presses("提交审核");
        await hr.Told($"{Applicant}：退回修改，已提交");

        var applicant = await ApplicantSees("修改 1 节，3 月 9 日（周一）24:00 前重新提交", "申报✓ 审核! 评审○ 公示○ 备案○");
        await applicant.Sees("联系电话已停用，请更正");
        await applicant.Follows("开始修改");
        await Section("基本情况", "保存并去提交", [("联系电话", "13900139000")]);
        await Submit();
        await ApplicantSees("远岫自动化有限公司正在审核，3 月 9 日（周一）24:00 前办结", "申报✓ 审核● 评审○ 公示○ 备案○");
    }

    private Task Section(string heading, params (string Label, string Text)[] entries) =>
        Section(heading, "保存并到下一节", entries);

    private async Task Section(string heading, string save, (string Label, string Text)[] entries)
    {
        var applicant = await company.Person("applicant");
        await applicant.SeesHeading(heading);
        foreach (var (label, text) in entries)
        {
            await applicant.Writes(label, text);
        }

        await applicant.Presses(save);
    }
}
