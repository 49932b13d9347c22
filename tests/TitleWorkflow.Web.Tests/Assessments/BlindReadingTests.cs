using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Seed;
using TitleWorkflow.Persistence;
using TitleWorkflow.Web.Tests.Hosting;
using TitleWorkflow.Web.Tests.Roads;

namespace TitleWorkflow.Web.Tests.Assessments;

/// <summary>The plan rests on a version of its rule set that asks for blind reading; a dossier is with three readers.</summary>
public class BlindReadingServer : Server
{
    /// <summary>The applicant's name, which the dossier also tells in its own words.</summary>
    public const string Applicant = "方知遥";

    internal Road Road { get; private set; } = null!;

    /// <summary>The masked copy and the file as it is.</summary>
    internal (string Masked, string Open) Files { get; private set; }

    protected override DateOnly Start => new(2022, 11, 1);

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        if (!Runs)
        {
            return;
        }

        var rules = await BlindRules();
        await Read(db => db.Plans.Where(p => p.Id == DemoCity.Plan)
            .ExecuteUpdateAsync(p => p.SetProperty(o => o.RuleSet, new Domain.RuleSets.RuleSetId(rules))));
        Road = await Road.Start(this);
        await Road.Fill();
        (await (await As("applicant")).Put($"/declarations/{Road.Declaration}/sections/report", new
        {
            values = new Dictionary<string, string> { ["summary"] = $"{Applicant}在远岫自动化主持高温阀门测试台，获远岫自动化有限公司表彰。" },
        })).Done();
        Files = (await Attach($"{Applicant}-盲评版.pdf", masked: true), await Attach($"{Applicant}-专利证书.pdf", masked: false));
        (await Road.Submit()).Done();
        (await Road.EmployerPasses()).Done();
        await Road.EmployerPublicityEnds();
        await Road.GoesUp();
        (await Road.UnitAccepts()).Done();
        (await Road.OfficeAssigns("expert1", "expert2", "expert3")).Done();
    }

    private async Task<Guid> BlindRules()
    {
        var (city, second) = (await As("city"), await As("city2"));
        var now = await Read(db => db.Plans.Where(p => p.Id == DemoCity.Plan).Select(p => p.RuleSet.Value).SingleAsync());
        var draft = (await city.Post($"/rule-sets/{now}/drafts")).Done().Text("id");
        var values = new Dictionary<string, int> { ["reading-mode"] = 1 };
        (await city.Put($"/rule-sets/{draft}", new { effectiveFrom = "2022-11-01", values })).Done();
        var revision = (await second.Get($"/rule-sets/{draft}")).Done().Number("revision");
        (await second.Post($"/rule-sets/{draft}/approve", new { revision })).Done();
        return Guid.Parse(draft);
    }

    private async Task<string> Attach(string fileName, bool masked) => (await (await As("applicant")).Upload(
        $"/declarations/{Road.Declaration}/evidence", fileName, Papers.Pdf, ("fact", "projects/projectName"), ("masked", masked ? "true" : "false")))
        .Done().Text("evidence");
}

public sealed class PostgresBlindReadingServer : BlindReadingServer
{
    private protected override DatabaseProvider Provider => DatabaseProvider.Postgres;
}

public abstract class BlindReadingTests(BlindReadingServer server)
{
    private static readonly string[] Telling = [BlindReadingServer.Applicant, "远岫", "Yuanxiu", "13800138000", "1986-04-02", "青檀理工大学"];

    [SkippableFact]
    public async Task Nothing_a_reader_can_open_tells_whose_dossier_it_is_until_a_meeting_sits_on_it()
    {
        var (expert, road) = (await server.As("expert1"), server.Road);
        var path = $"/declarations/{road.Declaration}";
        var task = (await road.TaskOf("expert1", "expert-opinion"))!.Text("workItem");
        var number = (await road.SeenBy("applicant")).Text("number");
        string[] addresses =
        [
            "/work-items?view=Mine", $"/work-items/{task}", path, $"{path}/dossier", $"{path}/score", "/declarations", "/notices", "/defences/mine",
        ];
        foreach (var address in addresses)
        {
            TellsNobody(address, (await expert.Get(address)).Done().ToJsonString(Json.Readable));
        }

        var browser = await PageVisitor.SignedIn(server.Browser(), "expert1", Server.Password);
        foreach (var page in new[] { "/inbox", $"/work-items/{task}", path, $"{path}/score", "/declarations", "/notices", $"/evidence/{server.Files.Masked}" })
        {
            using var answer = await browser.Get(page);
            Assert.True(answer.IsSuccessStatusCode, $"{page}: {answer.StatusCode}");
            TellsNobody(page, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
        }

        var dossier = (await expert.Get($"{path}/dossier")).Done();
        JsonNode Fact(string section, string fact) => dossier.Items("sections").Single(s => s.Text("key") == section)
            .Items("facts").Single(f => f.Text("key") == fact);
        var files = dossier.Items("sections").SelectMany(s => s.Items("facts")).SelectMany(f => f.Items("files")).ToList();
        var phone = Fact("basic", "phone");
        var project = Fact("projects", "projectName");
        using var unmasked = await browser.Get($"/evidence/{server.Files.Open}");
        Assert.Equal(number, dossier.Text("applicant"));
        Assert.Equal([server.Files.Masked], files.Select(f => f.Text("evidence")));
        Assert.Contains("〇〇在〇〇主持高温阀门测试台", dossier.ToJsonString(Json.Readable), StringComparison.Ordinal);
        Assert.Equal((null, true), (phone.TextOrNull("value"), phone.Flag("isHidden")));
        Assert.Equal((false, 2), (project.Flag("isHidden"), project.Number("withheld")));
        Assert.Equal(404, (int)unmasked.StatusCode);
        Assert.Empty((await expert.Get($"/declarations?search={Uri.EscapeDataString(BlindReadingServer.Applicant)}")).Done().Items("items"));
        Assert.Single((await expert.Get($"/declarations?search={number}")).Done().Items("items"));

        // Offices and the applicant see everything, and the masked copy marked.
        var office = (await (await server.As("office")).Get($"{path}/dossier")).Done().ToJsonString(Json.Readable);
        Assert.Contains(BlindReadingServer.Applicant, office, StringComparison.Ordinal);
        Assert.Contains("专利证书.pdf", office, StringComparison.Ordinal);
        Assert.True((await (await server.As("applicant")).Get($"{path}/form")).Done()["isReadBlind"]!.GetValue<bool>());

        foreach (var reader in new[] { "expert1", "expert2", "expert3" })
        {
            (await road.ExpertWrites(reader)).Done();
        }

        TellsNobody("done", (await expert.Get("/work-items?view=Done")).Done().ToJsonString(Json.Readable));
        TellsNobody("read", (await expert.Get(path)).Done().ToJsonString(Json.Readable));
        await Meeting.Call(server, road);
        var seated = (await expert.Get($"{path}/dossier")).Done();
        Assert.Equal(BlindReadingServer.Applicant, seated.Text("applicant"));
        Assert.Single((await expert.Get($"/declarations?search={Uri.EscapeDataString(BlindReadingServer.Applicant)}")).Done().Items("items"));
    }

    private static void TellsNobody(string where, string text) =>
        Assert.All(Telling, name => Assert.False(text.Contains(name, StringComparison.OrdinalIgnoreCase), $"{where} tells {name}"));
}

public sealed class BlindReadingOnSqliteTests(BlindReadingServer server) : BlindReadingTests(server), IClassFixture<BlindReadingServer>;

public sealed class BlindReadingOnPostgresTests : BlindReadingTests, IClassFixture<PostgresBlindReadingServer>
{
    public BlindReadingOnPostgresTests(PostgresBlindReadingServer server)
        : base(server) => TestDatabase.RequirePostgres();
}
