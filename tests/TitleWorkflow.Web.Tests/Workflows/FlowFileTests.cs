using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using TitleWorkflow.Application.Workflows;
using TitleWorkflow.Web.Pages.Shared.Parts;
using TitleWorkflow.Web.Tests.Hosting;

namespace TitleWorkflow.Web.Tests.Workflows;

/// <summary>Flows as files: what leaves comes back, and the same flow is the same bytes.</summary>
public sealed class FlowFileTests(DraftServer server) : IClassFixture<DraftServer>
{
    private const string Saves = "workflow-definitions";

    private static readonly Dictionary<string, string> Form = new() { [FormScope.Field] = "import" };

    public static TheoryData<string> Shipped =>
        [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "workflows"), "*.json").Select(f => Path.GetFileName(f)!)];

    [Theory]
    [MemberData(nameof(Shipped))]
    public async Task A_shipped_flow_equals_its_own_export_byte_for_byte_also_when_that_was_imported_again(string name)
    {
        var file = await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "workflows", name));
        var flow = Path.GetFileNameWithoutExtension(name);
        var designer = await PageVisitor.SignedIn(server.Browser(), "designer", Server.Password);
        Assert.Equal(file, await Exported(flow, "versionOptions=1"));

        var imported = await Import(designer, file);

        Assert.Equal($"/flows/{flow}/design", imported);
        Assert.Equal(file, await Exported(flow, "versionOptions=Draft"));
        var board = new DrawingBoard(await server.As("designer"), flow);
        await board.Load();
        (await board.Save()).Done();
        Assert.Equal(file, await Exported(flow, "versionOptions=Latest"));
        (await board.Act(HttpMethod.Delete, $"{Saves}/{flow}")).Done();
    }

    [Fact]
    public async Task The_same_flow_is_the_same_file_in_whatever_order_and_by_whomever_it_was_written()
    {
        var flow = JsonNode.Parse(server.Shipped)!.AsObject();
        flow["definitionId"] = "by-another";
        var turned = new JsonObject(flow.Reverse().Select(m => KeyValuePair.Create(m.Key, m.Value?.DeepClone())));
        turned["id"] = "of-another-house-7";
        turned["version"] = 7;
        turned["isPublished"] = true;
        var board = new DrawingBoard(await server.As("designer"), "by-another");

        (await board.Act(HttpMethod.Post, $"{Saves}/import", turned)).Done();

        var text = (await board.Get($"{Saves}/by-another/export")).Text;
        Assert.Equal(server.Shipped.Replace("\"title-review\"", "\"by-another\"", StringComparison.Ordinal), text);
    }

    [Fact]
    public async Task A_file_does_not_take_the_place_of_what_somebody_is_drawing()
    {
        var board = new DrawingBoard(await server.As("designer"), "drawn");
        var flow = JsonNode.Parse(server.Shipped)!;
        flow["definitionId"] = "drawn";
        (await board.Act(HttpMethod.Post, $"{Saves}/import", flow.DeepClone())).Done();
        var other = new DrawingBoard(await server.As("designer2"), "drawn");

        (await other.Act(HttpMethod.Post, $"{Saves}/import", flow)).Refused(FlowRules.DraftUnchanged);

        await other.Load();
        (await other.Act(HttpMethod.Post, $"{Saves}/import", flow)).Done();
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("not json")]
    [InlineData("""{"definitionId":"../x","root":{"id":"r","type":"Elsa.Flowchart"}}""")]
    public async Task What_is_no_flow_is_told_on_the_page(string text)
    {
        var designer = await PageVisitor.SignedIn(server.Browser(), "designer", Server.Password);

        using var answer = await designer.Post("/flows?handler=Import", Form, Encoding.UTF8.GetBytes(text));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("zp-errors", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private async Task<byte[]> Exported(string flow, string query) => await (await server.As("auditor")).Http
        .GetByteArrayAsync(new Uri($"/elsa/api/{Saves}/{flow}/export?{query}", UriKind.Relative));

    private static async Task<string?> Import(PageVisitor designer, byte[] file)
    {
        using var answer = await designer.Post("/flows?handler=Import", Form, file);
        return answer.Headers.Location?.OriginalString;
    }
}
