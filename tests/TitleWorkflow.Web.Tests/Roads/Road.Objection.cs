using System.Text.Json.Nodes;
using TitleWorkflow.Web.Tests.Hosting;

namespace TitleWorkflow.Web.Tests.Roads;

/// <summary>Objections to its posted name.</summary>
internal sealed partial class Road
{
    /// <summary>The objection of a colleague who gives a name.</summary>
    public static readonly object Named =
        new { statement = "论文第一作者不是本人", name = "顾采薇", contact = "0632-5550123" };

    /// <summary>Somebody objects on the page of the employer's notice.</summary>
    public async Task<Answer> ObjectedToBy(string userName, object words) => await (await server.As(userName)).Post(
        $"/publicity/{(await EmployerPublicity()).Text("notice")}/objections", words);

    /// <summary>Whoever looks into the objection gives the finding.</summary>
    public Task<Answer> Finds(string investigator, string outcome, string finding) =>
        Complete(investigator, "objection", new { outcome, comment = finding });

    /// <summary>The register of somebody who looks into objections, as far as it is about this declaration.</summary>
    public async Task<IReadOnlyList<JsonNode>> ObjectionsSeenBy(string userName) =>
        [.. (await (await server.As(userName)).All("/publicity/objections?")).Where(o => o.Text("declaration") == Declaration)];
}
