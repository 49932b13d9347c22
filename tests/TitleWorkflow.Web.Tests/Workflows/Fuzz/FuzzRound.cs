using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using TitleWorkflow.Engine;
using TitleWorkflow.Web.Tests.Hosting;
using TitleWorkflow.Web.Tests.Workflows.Paper;

namespace TitleWorkflow.Web.Tests.Workflows.Fuzz;

/// <summary>What a run of spoilt documents came to.</summary>
internal sealed class FuzzTally
{
    public int Documents { get; set; }

    public int Unreadable { get; set; }

    public int Refused { get; set; }

    public int Published { get; set; }

    public int Certificates { get; set; }

    /// <summary>Crashes, and published flows that broke the regulation; with what leads to them again.</summary>
    public List<string> Findings { get; } = [];

    public FuzzTally Add(FuzzTally other)
    {
        Documents += other.Documents;
        Unreadable += other.Unreadable;
        Refused += other.Refused;
        Published += other.Published;
        Certificates += other.Certificates;
        Findings.AddRange(other.Findings);
        return this;
    }

    public override string ToString() =>
        $"{Documents} documents: {Unreadable} unreadable, {Refused} refused, {Published} published and run on {Published * FuzzRound.Dossiers} dossiers "
        + $"({Certificates} certificates); {Findings.Count} findings";
}

/// <summary>Saves, opens, submits and approves spoilt documents at a running server, as the designer's program and its users do.</summary>
internal sealed class FuzzRound(Visitor drawer, Visitor approver, IReadOnlyCollection<string> errors, FuzzTally tally)
{
    public const int Dossiers = 20;

    private static readonly JsonSerializerOptions Deep = new() { MaxDepth = 1000 };

    private readonly Dictionary<string, string> revisions = [];
    private int known;

    /// <summary>Flows that may be used as steps.</summary>
    public IReadOnlyList<Approved> Parts { get; private set; } = [];

    /// <summary>Puts parts of a flow into force, to be used as steps.</summary>
    public async Task Approve(IReadOnlyList<SubFlow> parts, JsonObject flow)
    {
        var approved = new List<Approved>();
        foreach (var part in parts)
        {
            var body = new JsonObject { ["model"] = part.CutFrom(flow), ["publish"] = true };
            var saved = await Send(drawer, HttpMethod.Post, "/elsa/api/workflow-definitions", part.DefinitionId, body);
            Assert.True((saved.Body?["errors"] as JsonObject)?.ContainsKey("submitted"), saved.Text);
            var shown = await Send(approver, HttpMethod.Get, $"/api/v1/flows/{part.DefinitionId}", part.DefinitionId);
            var version = (string)shown.Body!["versions"]![0]!["versionId"]!;
            await Send(approver, HttpMethod.Post, $"/api/v1/flows/versions/{version}/publish", part.DefinitionId);
            var export = await Send(drawer, HttpMethod.Get, $"/elsa/api/workflow-definitions/{part.DefinitionId}/export?versionOptions=Published", part.DefinitionId);
            approved.Add(new Approved(part, new StoredDefinition(version, part.DefinitionId, 1, export.Text)));
        }

        Parts = approved;
    }

    /// <param name="document">The spoilt document.</param>
    /// <param name="what">What leads to it again.</param>
    /// <param name="chance">For the dossiers.</param>
    public async Task Try(JsonObject document, string what, Random chance)
    {
        tally.Documents++;

        // Half of them are drawn on what somebody else has spoilt before.
        var flow = chance.Next(2) == 0 ? $"fuzz-{tally.Documents}" : $"shared-{chance.Next(5)}";
        document["definitionId"] = flow;
        var saved = await Send(drawer, HttpMethod.Post, "/elsa/api/workflow-definitions", flow, new JsonObject { ["model"] = document.DeepClone(), ["publish"] = true });
        var problem = saved.Status == HttpStatusCode.BadRequest ? (saved.Body as JsonObject)?["errors"] as JsonObject : null;
        if (saved.Status == HttpStatusCode.Conflict)
        {
            // Another shape than a flowchart comes in as a file.
            var imported = await Send(drawer, HttpMethod.Post, "/elsa/api/workflow-definitions/import", flow, document);
            saved = imported.Status == HttpStatusCode.OK
                ? await Send(drawer, HttpMethod.Post, $"/elsa/api/workflow-definitions/{flow}/publish", flow, new JsonObject())
                : imported;
            problem = (saved.Body as JsonObject)?["errors"] as JsonObject;
        }

        var opened = await Send(drawer, HttpMethod.Get, $"/elsa/api/workflow-definitions/by-definition-id/{flow}?versionOptions=Latest", flow);
        if (problem?.ContainsKey("submitted") == true)
        {
            await Approve(flow, what, chance);
        }
        else if (opened.Status == HttpStatusCode.NotFound)
        {
            tally.Unreadable++;
        }
        else
        {
            tally.Refused++;
        }

        if (errors.Count > known)
        {
            await Keep(what, document.ToJsonString());
            tally.Findings.Add($"{what}: {string.Join("; ", errors.Skip(known).Select(e => e.Length > 1500 ? e[..1500] : e))}");
            known = errors.Count;
        }
    }

    private async Task Approve(string flow, string what, Random chance)
    {
        var shown = await Send(approver, HttpMethod.Get, $"/api/v1/flows/{flow}", flow);
        var version = (string?)shown.Body?["versions"]?[0]?["versionId"];
        var approved = await Send(approver, HttpMethod.Post, $"/api/v1/flows/versions/{version}/publish", flow);
        if ((int)approved.Status >= 300)
        {
            tally.Refused++;
            return;
        }

        tally.Published++;
        if (shown.Body!["versions"]![0]!["isOnlyAStep"]!.GetValue<bool>())
        {
            // It leads no case by itself: the product starts none on it, and what uses it is judged with it.
            return;
        }

        var export = await Send(drawer, HttpMethod.Get, $"/elsa/api/workflow-definitions/{flow}/export?versionOptions=Published", flow);
        var (broken, certificates) = await PaperRun.Dossiers(export.Text, Dossiers, chance, others: [.. Parts.Select(p => p.Version)]);
        tally.Certificates += certificates;
        tally.Findings.AddRange(broken.Select(b => $"{what}: {b}"));
        if (broken.Count > 0)
        {
            await Keep(what, export.Text);
        }
    }

    // Whoever mends it wants to see it.
    private static Task Keep(string what, string json) =>
        File.WriteAllTextAsync(Path.Combine(Path.GetTempPath(), $"fuzz-{what.Split(' ')[1]}.json"), json);

    private async Task<Answer> Send(Visitor who, HttpMethod method, string path, string flow, JsonNode? body = null)
    {
        using var request = new HttpRequestMessage(method, path)
        {
            Content = body is null ? null : new StringContent(body.ToJsonString(Deep), Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        request.Headers.Add("X-Steps-May-Go", "true");
        if (revisions.TryGetValue(flow, out var revision))
        {
            request.Headers.Add("X-Revision", revision);
        }

        using var response = await who.Http.SendAsync(request);
        if (response.Headers.TryGetValues("X-Revision", out var given))
        {
            revisions[flow] = given.Single();
        }

        var text = await response.Content.ReadAsStringAsync();
        if ((int)response.StatusCode >= 500)
        {
            tally.Findings.Add($"{method} {path}: {(int)response.StatusCode}");
        }

        var isJson = response.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) == true && text.Length > 0;
        return new Answer($"{method} {path}", response.StatusCode, null, isJson ? JsonNode.Parse(text) : null, null, text);
    }
}
