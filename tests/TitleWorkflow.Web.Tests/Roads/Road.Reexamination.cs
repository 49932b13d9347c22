using System.Text.Json.Nodes;
using TitleWorkflow.Application.Seed;
using TitleWorkflow.Web.Tests.Hosting;

namespace TitleWorkflow.Web.Tests.Roads;

/// <summary>Re-examination of its result.</summary>
internal sealed partial class Road
{
    public async Task<Answer> AsksForReexamination(string ground, string statement = "评审经过与规定不符") =>
        await (await server.As(applicant)).Post($"{Path}/reexamination", new { ground, statement });

    public async Task<JsonNode> Reexamination(string userName) =>
        (await (await server.As(userName)).Get($"{Path}/reexamination")).Done();

    public Task<Answer> UnitFinds(string outcome, string comment, params string[] stayed) => Complete(
        Unit, "reexamination", new { outcome, comment, experts = stayed.Select(e => DemoPeople.Id(e).Value) });
}
