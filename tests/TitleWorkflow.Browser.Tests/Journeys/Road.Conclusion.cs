using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace TitleWorkflow.Browser.Tests.Journeys;

internal sealed partial class Road
{
    private async Task Posted()
    {
        var organiser = await AtTask("organiser");
        await organiser.Presses("发布公示");
        await organiser.Told($"{Applicant}：已办结");

        await ApplicantSees("评审通过，结果公示至 3 月 17 日（周二）24:00", "申报✓ 审核✓ 评审✓ 公示● 备案○");
        var stranger = await company.Stranger();
        await stranger.Opens("/publicity");
        await stranger.Sees("3 月 11 日至 3 月 17 日，5 个工作日");
        await stranger.Sees(Applicant);
    }

    private async Task Confirmed()
    {
        await ClockMovesOn(fives: 1, ones: 1, "2026-03-18（周三）");

        var stranger = await company.Stranger();
        await stranger.Opens("/publicity");
        await stranger.SeesHeading("目前没有公示中的评审结果");
        await ApplicantSees("青檀市人力资源和社会保障局正在确认，4 月 1 日（周三）24:00 前办结", "申报✓ 审核✓ 评审✓ 公示✓ 备案●");

        var city = await AtTask("city");
        await city.Presses("确认评审结果");
        await city.Told($"{Applicant}：已办结");
    }

    private async Task PrintedAndChecked()
    {
        var applicant = await ApplicantSees("证书已发放，可以下载", "申报✓ 审核✓ 评审✓ 公示✓ 备案✓");
        await applicant.Follows("下载证书");
        await applicant.SeesHeading("专业技术职称证书");
        var onPaper = await papers.Scan(await applicant.Page.PdfAsync(new() { PreferCSSPageSize = true, PrintBackground = true }));
        var download = await applicant.Page.RunAndWaitForDownloadAsync(
            () => applicant.Page.GetByRole(AriaRole.Link, new() { Name = "下载 PDF" }).ClickAsync());
        var asPdf = await papers.Scan(await File.ReadAllBytesAsync(await download.PathAsync()));

        foreach (var certificate in new[] { onPaper, asPdf })
        {
            Assert.Equal(1, certificate.Pages);
            Assert.Contains(Applicant, certificate.Text);
            Assert.Contains("高级工程师", certificate.Text);
        }

        Assert.Equal(onPaper.Code, asPdf.Code);
        await FoundValid(onPaper.Code);
    }

    private async Task FoundValid(string address)
    {
        Assert.StartsWith("http://127.0.0.1:", address);
        var stranger = await company.Stranger();
        await stranger.Opens(address);

        Assert.Equal(address, stranger.Page.Url);
        await stranger.SeesHeading("证书有效");
        await stranger.Sees("高级工程师");
        var words = await stranger.Reads();
        Assert.Contains("方**", words);
        Assert.DoesNotContain(Applicant, words);

        var applicant = await company.Person("applicant");
        await applicant.Opens("/certificates");
        await applicant.SeesHeading("查验记录 1 次");
    }
    /// <summary>Who is signed in goes on: reads an old paper from the dossier, and changes something.</summary>
    public async Task StillOpen()
    {
        var applicant = await ApplicantSees("证书已发放，可以下载", "申报✓ 审核✓ 评审✓ 公示✓ 备案✓");
        await applicant.Follows("已提交材料");
        await applicant.Follows("查看 专利证书.pdf");
        await Expect(applicant.Page.FrameLocator("iframe").Locator("canvas").First).ToBeVisibleAsync();

        var office = await company.Person("office");
        await office.Visits("评审会议");
        await office.Follows("召开会议");
        await office.Writes("地点", "市人社局 302");
        await office.Presses("召开并通知委员");
        await office.SeesHeading("列入申报件");
    }
}
