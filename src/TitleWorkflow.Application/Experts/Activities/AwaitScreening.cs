using TitleWorkflow.Application.Workflows;
using TitleWorkflow.Domain.Experts;
using TitleWorkflow.Domain.Instances;
using TitleWorkflow.Engine.Activities;

namespace TitleWorkflow.Application.Experts.Activities;

/// <summary>Waits until a committee office has found a nominated expert fit, or not (初审).</summary>
[Activity("TitleWorkflow", "专家", "等待评委会办公室初审推荐人选。", DisplayName = "等待初审")]
[FlowNode("Fit", "NotFit")]
[Statutory(StatutoryAct.Decision)]
public sealed class AwaitScreening : MembershipStep
{
    /// <inheritdoc />
    protected override string? OutcomeFor(Expert expert, DateTimeOffset now) =>
        expert.Has(ExpertAct.Screened) ? "Fit" : expert.Has(ExpertAct.Rejected) ? "NotFit" : null;

    /// <inheritdoc />
    protected override Task RemindAsync(MembershipDesk desk, Expert expert, CancellationToken ct) =>
        desk.TellAsync(MembershipParty.Office, expert, "notice.expert-screening-due", ct);
}
