using TitleWorkflow.Application.Seed;
using TitleWorkflow.Web.Tests.Hosting;
using TitleWorkflow.Web.Tests.Roads;

namespace TitleWorkflow.Browser.Tests.Harness;

/// <summary>One nomination in each state.</summary>
public sealed partial class City
{
    private async Task Nominate()
    {
        var yuanxiu = Enterprise.Yuanxiu(this);
        places["enterprise"] = $"{DemoOrganisations.Id("yuanxiu").Value}";
        places["nomination ended"] = await yuanxiu.Writes("hr");
        (await yuanxiu.TakesBack(places["nomination ended"])).Done();
        places["nomination signed"] = await yuanxiu.Writes("applicant");
        places["signature"] = (await yuanxiu.Signs(places["nomination signed"])).Done().Text("signature");
        places["nomination written"] = await yuanxiu.Writes("researchlead");
    }
}
