using System.Text.Json.Nodes;
using TitleWorkflow.Web.Tests.Hosting;

namespace TitleWorkflow.Web.Tests.Roads;

/// <summary>Quantitative evaluation.</summary>
internal sealed partial class Road
{
    public async Task<Answer> Claims(params object[] entries) =>
        await (await server.As(applicant)).Put($"{Path}/score", new { entries });

    public async Task<Answer> EmployerConfirms(params object[] findings) =>
        await (await server.As("hr")).Post($"{Path}/score/check", new { findings });

    public async Task<JsonNode> ScoreSeenBy(string userName) => (await (await server.As(userName)).Get($"{Path}/score")).Done();

    /// <summary>An expert hands in a sheet whose points add up to a total.</summary>
    public Task<Answer> ExpertGives(string expert, int total) => Complete(
        expert,
        "expert-opinion",
        new
        {
            outcome = "Submit",
            comment = "已按标准评分。",
            scores = new { technical = Math.Min(total, 24), achievements = Math.Clamp(total - 24, 0, 60), influence = Math.Max(total - 84, 0) },
        });

    public Task<Answer> ExpertLeaves(string expert, string? reason) =>
        Complete(expert, "expert-opinion", new { outcome = "Recuse", comment = reason });
}
