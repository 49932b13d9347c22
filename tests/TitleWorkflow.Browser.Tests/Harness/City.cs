using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TitleWorkflow.Application.Seed;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Web.Tests.Hosting;

namespace TitleWorkflow.Browser.Tests.Harness;

/// <summary>
/// 青檀市 in full work, prepared over the API: a declaration at every step, so that every page has something to show.
/// Addresses name what they need: <c>/declarations/{voting}</c>, <c>/work-items/{task town}</c>, <c>/meetings/{meeting open}</c>.
/// </summary>
public sealed partial class City : Server
{
    // Where each declaration stands in the end. The first is of the demonstration's own applicant.
    private static readonly string[] Standing =
    [
        "supplement", "certificate", "published", "confirm", "post", "not-passed", "reexamined", "unsigned", "decided", "voting", "listed",
        "planned", "awaiting", "reading", "untouched", "heard", "assign", "eligibility", "lapsed", "supplied", "widened", "town", "claimed", "keyboard", "district", "city", "returned",
        "recommend", "soon", "later", "last", "employer-publicity", "employer-check", "draft", "typed", "ready", "withdrawn", "refused",
    ];

    private static readonly string[] Names =
    [
        "陈砚", "林知秋", "周以宁", "吴棠", "郑怀瑾", "陆识微", "王澄", "冯若川", "褚云深", "卫南风", "蒋听雨", "沈疏桐", "韩亦舟", "谢长乐", "杨清许", "路遥知", "朱予白",
        "秦见山", "尤溪", "许望舒", "何秋白", "吕青禾", "施闻远", "张暮云", "孔令仪", "曹如意", "严子衿", "华念慈", "金石开", "魏长风", "陶安然", "姜予淮", "柳如烟", "顾念安", "苏子澄", "方既白", "温如故", "江临月",
    ];

    private readonly Dictionary<string, string> places = [];

    /// <summary>What the pages answered so far.</summary>
    internal Watch Watch { get; } = new();

    protected override bool Listens => true;

    protected override int MoreApplicants => Standing.Length;

    /// <summary>Prepares everything; nothing where no browser would look at it.</summary>
    public override async Task InitializeAsync()
    {
        if (!Chromium.IsInstalled)
        {
            return;
        }

        await base.InitializeAsync();
        await ArrangePeople();
        await Declare();
        await Review();
        await Assess();
        await Conclude();
        await Intervene();
        await Nominate();
        await ApplyForPilots();
        await Ask();
        await DrawCommittees();
    }

    /// <summary>Ends the browser too.</summary>
    public override async Task DisposeAsync()
    {
        if (chromium is not null)
        {
            await (await chromium).DisposeAsync();
        }

        await base.DisposeAsync();
    }

    /// <summary>The address with the ids of what it names.</summary>
    internal string Place(string path) => places.Aggregate(path, (known, place) => known.Replace($"{{{place.Key}}}", place.Value, StringComparison.Ordinal));

    /// <summary>The user name of the applicant whose declaration stands there.</summary>
    internal static string Applicant(string standing) =>
        Array.IndexOf(Standing, standing) is > 0 and var place ? $"applicant-{place:D4}" : "applicant";

    private protected override void Arrange(IServiceCollection services) => services.AddSingleton<IStartupFilter>(Watch);

    // People with names instead of numbers, and a colleague who can take over a town's work and thus holds two roles.
    private async Task ArrangePeople()
    {
        await Read(async db =>
        {
            for (var i = 0; i < Names.Length; i++)
            {
                var (id, name) = (DemoPeople.Id($"applicant-{i + 1:D4}"), Names[i]);
                await db.People.Where(p => p.Id == id).ExecuteUpdateAsync(p => p.SetProperty(x => x.Name, name));
            }

            return true;
        });
        await Store(new Grant(DemoPeople.Id("commissioner"), Role.TownOfficer, DemoOrganisations.Id("luting"), Start.AddYears(-1)));
    }
}
