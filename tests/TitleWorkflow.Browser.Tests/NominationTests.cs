using TitleWorkflow.Browser.Tests.Harness;
using TitleWorkflow.Browser.Tests.Journeys;
using TitleWorkflow.Web.Tests.Hosting;

namespace TitleWorkflow.Browser.Tests;

/// <summary>A chairperson with a phone.</summary>
[Collection(CityCollection.Name)]
public sealed class NominationTests(City city)
{
    [SkippableFact]
    public async Task A_chairperson_nominates_reads_the_letter_and_signs_it_on_a_phone()
    {
        Chromium.Require();
        await using var browser = await city.BrowserOfAsync("hengce-chairperson", "zh-CN", width: 390);
        var chairperson = new Actor("顾晏清", await browser.NewPageAsync());

        await chairperson.Opens("/nominations");
        await chairperson.Follows("新建举荐");
        await chairperson.Picks("被举荐人", "钟若水");
        await chairperson.Writes("举荐理由", "主持高温阀门研制，4 项发明专利投产。");
        await chairperson.Presses("生成举荐书");
        await chairperson.Sees("被举荐人：钟若水");
        await chairperson.Writes("键入姓名", "顾晏清");
        await chairperson.Writes("登录密码", Server.Password);
        await chairperson.Presses("署名举荐");
        await chairperson.Told("已署名");
        await chairperson.Follows("查验");

        await chairperson.SeesHeading("署名有效");
        Assert.Equal([], chairperson.Complaints);
    }
}
