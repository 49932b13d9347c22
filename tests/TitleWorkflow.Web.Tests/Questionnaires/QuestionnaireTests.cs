using System.Net;
using TitleWorkflow.Application.Seed;
using TitleWorkflow.Application.Spreadsheets;
using TitleWorkflow.Domain.Questionnaires;
using TitleWorkflow.Persistence;
using TitleWorkflow.Web.Tests.Hosting;

namespace TitleWorkflow.Web.Tests.Questionnaires;

public class QuestionnaireServer : Server
{
    private static readonly string[] Lines =
        ["在申报人数 | People declaring | number | required", "困难 | What holds you up | choice: 材料, 学时, 没有 | required", "说明 | Remarks"];

    /// <summary>A draft of the district; its number.</summary>
    internal async Task<string> Drafted() => (await (await As("district")).Post("/questionnaires", new
    {
        role = "DistrictOfficer",
        office = DemoOrganisations.Id("linqiao").Value,
        sheet = new { audience = "Enterprises", year = 2026, title = "申报进度", englishTitle = "Progress", fields = Lines, lastDay = Today.AddDays(14) },
    })).Done().Text("number");

    /// <summary>The same, opened.</summary>
    internal async Task<string> Opened()
    {
        var number = await Drafted();
        (await (await As("district")).Post($"/questionnaires/{number}/open")).Done();
        return number;
    }
}

public sealed class PostgresQuestionnaireServer : QuestionnaireServer
{
    private protected override DatabaseProvider Provider => DatabaseProvider.Postgres;
}

public abstract class QuestionnaireTests(QuestionnaireServer server)
{
    private static readonly Dictionary<string, string> Values = new() { ["在申报人数"] = "3", ["困难"] = "材料" };

    [SkippableFact]
    public async Task A_program_asks_answers_and_reads_the_results()
    {
        var (district, hr) = (await server.As("district"), await server.As("hr"));
        var number = await server.Opened();

        (await hr.Put($"/questionnaires/{number}/answer", new { values = Values })).Done();
        (await hr.Put($"/questionnaires/{number}/answer", new { values = new Dictionary<string, string>(Values) { ["在申报人数"] = "5" } })).Done();
        (await district.Post($"/questionnaires/{number}/remind")).Done();
        (await district.Post($"/questionnaires/{number}/remind")).Refused(QuestionnaireRules.RemindedOnceADay);

        var results = (await district.Get($"/questionnaires/{number}/results")).Done();
        Assert.Equal((4, 1), (results.Number("asked"), results.Number("answered")));
        Assert.Equal(5, results.Items("fields")[0].Part("figures").Number("sum"));
        Assert.Equal(number, (await hr.Get("/questionnaires")).Done().Items("toAnswer").Single(q => q.Text("number") == number).Text("number"));
        (await district.Post($"/questionnaires/{number}/close")).Done();
        (await hr.Put($"/questionnaires/{number}/answer", new { values = Values })).Refused(QuestionnaireRules.StillOpen);
        (await district.Delete($"/questionnaires/{number}")).Refused(QuestionnaireRules.DraftOnly);
    }

    [SkippableFact]
    public async Task A_draft_is_begun_once_per_key_changed_and_deleted()
    {
        var district = await server.As("district");
        var sheet = new { audience = "Applicants", year = 2026, title = "改过", fields = new[] { "说明" }, lastDay = server.Today };
        var body = new { role = "DistrictOfficer", office = DemoOrganisations.Id("linqiao").Value, sheet };
        var key = Guid.NewGuid().ToString();

        var first = (await district.Post("/questionnaires", body, key)).Done().Text("number");
        var second = (await district.Post("/questionnaires", body, key)).Done().Text("number");
        (await district.Put($"/questionnaires/{first}", sheet)).Done();
        (await district.Delete($"/questionnaires/{first}")).Done();

        Assert.Equal(first, second);
        (await district.Get($"/questionnaires/{first}")).NotFound();
        (await (await server.As("hr")).Post("/questionnaires", body)).Forbidden();
    }

    [SkippableFact]
    public async Task What_does_not_fit_names_the_field_to_a_program()
    {
        var answer = await (await server.As("hr")).Put(
            $"/questionnaires/{await server.Opened()}/answer", new { values = new Dictionary<string, string> { ["在申报人数"] = "三" } });

        answer.Invalid();
        Assert.Contains("在申报人数", answer.Body!["errors"]!["Fields[0].Value"]![0]!.ToString(), StringComparison.Ordinal);
        Assert.Contains("困难", answer.Body["errors"]!["Fields[1].Value"]![0]!.ToString(), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Whoever_scans_the_code_signs_in_and_comes_back_to_the_form()
    {
        var number = await server.Opened();
        var stranger = await PageVisitor.Stranger(server.Browser());

        using var way = await stranger.Get($"/questionnaires/{number}");
        var (status, door) = (way.StatusCode, way.Headers.Location!);
        using var entered = await stranger.Post(
            door.IsAbsoluteUri ? door.PathAndQuery : door.OriginalString,
            new Dictionary<string, string> { ["Input.UserName"] = "hr", ["Input.Password"] = Server.Password });

        Assert.Equal(HttpStatusCode.Redirect, status);
        Assert.Equal($"/questionnaires/{number}", entered.Headers.Location?.OriginalString);
    }

    [SkippableFact]
    public async Task What_was_typed_stays_when_something_of_it_does_not_fit()
    {
        var number = await server.Opened();
        var hr = await PageVisitor.SignedIn(server.Browser(), "hr", Server.Password);
        Dictionary<string, string> typed = new()
        {
            ["_form"] = "answer",
            ["Input.Fields[0].Label"] = "在申报人数",
            ["Input.Fields[0].Value"] = "三",
            ["Input.Fields[1].Label"] = "困难",
            ["Input.Fields[1].Value"] = "学时",
            ["Input.Fields[2].Label"] = "说明",
            ["Input.Fields[2].Value"] = "等继续教育平台开放",
        };

        var (status, refused) = await Read(await hr.Post($"/questionnaires/{number}", typed));
        typed["Input.Fields[0].Value"] = "3";
        using var sent = await hr.Post($"/questionnaires/{number}", typed);
        var (_, again) = await Read(await hr.Get($"/questionnaires/{number}"));

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("“在申报人数 (People declaring)”要填数字", refused, StringComparison.Ordinal);
        Assert.Contains("value=\"三\"", refused, StringComparison.Ordinal);
        Assert.Contains("等继续教育平台开放", refused, StringComparison.Ordinal);
        Assert.Matches("<option selected=\"selected\" value=\"学时\">", refused);
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        Assert.Contains("value=\"3\"", again, StringComparison.Ordinal);
        Assert.Contains("已填报", again, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_line_that_is_no_field_is_named_and_the_draft_stays_on_the_page()
    {
        var district = await PageVisitor.SignedIn(server.Browser(), "district", Server.Password);

        var (status, page) = await Read(await district.Post("/questionnaires/edit", new Dictionary<string, string>
        {
            ["_form"] = "questionnaire",
            ["Sheet.Audience"] = "Applicants",
            ["Sheet.Year"] = "2026",
            ["Sheet.Title"] = "写了一半的标题",
            ["Sheet.Fields"] = "人数 || number\n困难 || choice: 只有一个",
            ["Sheet.LastDay"] = "2026-04-30",
        }));

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("第 2 行不是一项", page, StringComparison.Ordinal);
        Assert.Contains("写了一半的标题", page, StringComparison.Ordinal);
        Assert.Contains("困难 || choice: 只有一个", page, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task The_office_goes_its_way_on_pages_from_draft_to_closed()
    {
        var district = await PageVisitor.SignedIn(server.Browser(), "district", Server.Password);
        using var drafted = await district.Post("/questionnaires/edit", new Dictionary<string, string>
        {
            ["Sheet.Audience"] = "Enterprises",
            ["Sheet.Year"] = "2026",
            ["Sheet.Title"] = "页面上的问卷",
            ["Sheet.Fields"] = "人数 | People | number\n困难 || choice: 材料, 学时",
            ["Sheet.LastDay"] = "2026-04-30",
        });
        var place = drafted.Headers.Location!.OriginalString;

        var (_, form) = await Read(await district.Get(place.Replace("/questionnaires/", "/questionnaires/edit/", StringComparison.Ordinal)));
        Assert.Contains("人数 | People | number", form, StringComparison.Ordinal);
        foreach (var act in new[] { "Open", "Remind", "Close" })
        {
            using var done = await district.Post($"{place}?handler={act}", new Dictionary<string, string>());
            Assert.Equal(place, done.Headers.Location?.OriginalString);
        }

        Assert.Contains("已截止", (await Read(await district.Get(place))).Text, StringComparison.Ordinal);
        Assert.Contains("页面上的问卷", (await Read(await district.Get("/questionnaires"))).Text, StringComparison.Ordinal);
    }

    [SkippableTheory]
    [InlineData("zh-CN", "申报进度", "填报链接", "扫码填报", "填报率", "远岫自动化有限公司")]
    [InlineData("en", "Progress", "Link to answer", "Scan to answer", "Response rate", "Yuanxiu Automation")]
    public async Task Link_code_card_and_results_are_shown_in_both_languages(
        string language, string title, string link, string scan, string rate, string enterprise)
    {
        var number = await server.Opened();
        (await (await server.As("hr")).Put($"/questionnaires/{number}/answer", new { values = Values })).Done();
        var http = server.Browser();
        http.DefaultRequestHeaders.Add("Accept-Language", language);
        var district = await PageVisitor.SignedIn(http, "district", Server.Password);

        var (_, page) = await Read(await district.Get($"/questionnaires/{number}"));
        var (_, card) = await Read(await district.Get($"/questionnaires/{number}/card"));
        var (_, results) = await Read(await district.Get($"/questionnaires/{number}/results"));

        Assert.All(new[] { page, card }, text => Assert.Contains("<svg", text, StringComparison.Ordinal));
        Assert.All(new[] { page, card, results }, text => Assert.Contains(title, text, StringComparison.Ordinal));
        Assert.Contains(link, page, StringComparison.Ordinal);
        Assert.Contains($"data-copy=\"http://localhost/questionnaires/{number}\"", page, StringComparison.Ordinal);
        Assert.Contains(scan, card, StringComparison.Ordinal);
        Assert.Contains(rate, results, StringComparison.Ordinal);
        Assert.Contains("25.0%", results, StringComparison.Ordinal);
        Assert.Contains(enterprise, results, StringComparison.Ordinal);
        Assert.DoesNotContain("questionnaires.", page + card + results, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Results_leave_as_a_sheet_with_a_row_for_each_who_is_asked()
    {
        var number = await server.Opened();
        (await (await server.As("hr")).Put($"/questionnaires/{number}/answer", new { values = Values })).Done();
        var district = await PageVisitor.SignedIn(server.Browser(), "district", Server.Password);

        using var sheet = await district.Get($"/questionnaires/{number}/results?handler=Sheet");

        Assert.Equal(Spreadsheet.MediaType, sheet.Content.Headers.ContentType!.MediaType);
        var rows = Spreadsheet.Read(new MemoryStream(await sheet.Content.ReadAsByteArrayAsync()), 100)!;
        Assert.Equal(5, rows.Count);
        Assert.Equal(["在申报人数", "困难", "说明"], rows[0].Cells.TakeLast(3));
        var own = rows.Single(r => r.Cells[0] == "远岫自动化有限公司").Cells;
        Assert.Equal(("3", "材料"), (own[8], own[9]));
    }

    [SkippableFact]
    public async Task Who_is_neither_asked_nor_asks_finds_nothing()
    {
        var number = await server.Opened();
        var draft = await server.Drafted();

        foreach (var (user, address) in new[]
        {
            ("jinshi-hr", $"/questionnaires/{number}"), ("city", $"/questionnaires/{number}"), ("city", $"/questionnaires/{number}/results"),
            ("commissioner", $"/questionnaires/{number}/card"), ("organiser", $"/questionnaires/edit/{draft}"), ("hr", $"/questionnaires/{draft}"),
            ("district", $"/questionnaires/{draft}/card"), ("applicant", $"/questionnaires/{number}"), ("hr", "/questionnaires/WJ-2026-9999"),
        })
        {
            var visitor = await PageVisitor.SignedIn(server.Browser(), user, Server.Password);
            using var answer = await visitor.Get(address);
            Assert.True(answer.StatusCode == HttpStatusCode.NotFound, $"{user} {address}: {answer.StatusCode}");
        }
    }

    private static async Task<(HttpStatusCode Status, string Text)> Read(HttpResponseMessage answer)
    {
        using (answer)
        {
            return (answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
        }
    }
}

public sealed class QuestionnaireOnSqliteTests(QuestionnaireServer server) : QuestionnaireTests(server), IClassFixture<QuestionnaireServer>;

public sealed class QuestionnaireOnPostgresTests : QuestionnaireTests, IClassFixture<PostgresQuestionnaireServer>
{
    public QuestionnaireOnPostgresTests(PostgresQuestionnaireServer server)
        : base(server) => TestDatabase.RequirePostgres();
}
