using TitleWorkflow.Application.Workflows;
using TitleWorkflow.Domain.Experts;
using TitleWorkflow.Domain.Instances;
using TitleWorkflow.Engine.Activities;

namespace TitleWorkflow.Application.Experts.Activities;

/// <summary>Waits until a committee office has posted a screened expert as a candidate (候选人公示).</summary>
[Activity("TitleWorkflow", "专家", "等待评委会办公室公示候选人。", DisplayName = "等待公示")]
[FlowNode("Posted")]
[Statutory(StatutoryAct.OfficialRecord)]
public sealed class AwaitPosting : MembershipStep
{
    /// <inheritdoc />
    protected override string? OutcomeFor(Expert expert, DateTimeOffset now) => expert.Has(ExpertAct.Posted) ? "Posted" : null;

    /// <inheritdoc />
    protected override Task RemindAsync(MembershipDesk desk, Expert expert, CancellationToken ct) =>
        desk.TellAsync(MembershipParty.Office, expert, "notice.expert-posting-due", ct);
}
