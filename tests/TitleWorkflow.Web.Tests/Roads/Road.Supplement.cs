using System.Text.Json.Nodes;
using TitleWorkflow.Web.Tests.Hosting;

namespace TitleWorkflow.Web.Tests.Roads;

/// <summary>The one-time supplement notice.</summary>
internal sealed partial class Road
{
    public Task<Answer> UnitAsksFor(params string[] items) =>
        Complete("organiser", "eligibility", new { outcome = "Supplement", items });

    public async Task<JsonNode> Supplement(string userName) =>
        (await (await server.As(userName)).Get($"{Path}/supplement")).Done();

    public async Task<Answer> UnitAddsItem(string text) =>
        await (await server.As("organiser")).Post($"{Path}/supplement/items", new { text });

    public async Task<Answer> SupervisorAllowsAddition(string reason) =>
        await (await server.As("supervisor")).Post($"{Path}/supplement/allow-addition", new { reason });

    public async Task<Answer> Supplies(int item) => await (await server.As(applicant)).Upload(
        $"{Path}/supplement/evidence", "补正.pdf", Papers.Pdf, ("number", $"{item}"));

    public async Task<Answer> HandsSupplementIn() => await (await server.As(applicant)).Post($"{Path}/supplement/complete");

    public async Task<Answer> OverturnsLapse(string userName, string reason) =>
        await (await server.As(userName)).Post($"{Path}/overturn-lapse", new { reason });

    /// <summary>What somebody was told about this declaration under a key, the newest first.</summary>
    public async Task<IReadOnlyList<JsonNode>> NoticesOf(string userName, string key)
    {
        var person = await server.As(userName);
        var number = (await SeenBy(applicant)).Text("number");
        return [.. (await person.All("/notices?")).Where(n => n.Text("key") == key && n.Text("text").Contains(number, StringComparison.Ordinal))];
    }
}
