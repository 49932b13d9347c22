using TitleWorkflow.Application.Workflows;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Experts;
using TitleWorkflow.Domain.Instances;
using TitleWorkflow.Engine.Activities;

namespace TitleWorkflow.Application.Experts.Activities;

/// <summary>
/// Waits until a posted candidate may be appointed: publicity over, every objection decided, consent given; or until an objection is
/// upheld, or the person declines.
/// </summary>
[Activity("TitleWorkflow", "专家", "等待公示期满、异议处理完毕并取得本人同意。", DisplayName = "候选人公示")]
[FlowNode("Ready", "Rejected", "Declined")]
[Statutory(StatutoryAct.Publicity)]
public sealed class AwaitCandidacy : MembershipStep
{
    /// <inheritdoc />
    protected override string? OutcomeFor(Expert expert, DateTimeOffset now) =>
        expert.Has(ExpertAct.Appointed) || expert.IsReady(now) ? "Ready"
        : expert.State == ExpertState.Rejected ? "Rejected"
        : expert.Has(ExpertAct.Declined) ? "Declined"
        : null;

    /// <inheritdoc />
    protected override DateTimeOffset? NextMoment(Expert expert) => expert.PostedTo?.EndsAt();

    /// <inheritdoc />
    protected override async Task RemindAsync(MembershipDesk desk, Expert expert, CancellationToken ct)
    {
        if (expert.Consents is null)
        {
            await desk.TellAsync(MembershipParty.Member, expert, "notice.expert-consent-due", ct);
        }

        if (expert.Objections.Exists(o => o.Upheld is null))
        {
            await desk.TellAsync(MembershipParty.Unit, expert, "notice.expert-objection-due", ct);
        }
    }
}
