using TitleWorkflow.Application.Workflows;
using TitleWorkflow.Domain.Experts;
using TitleWorkflow.Domain.Instances;
using TitleWorkflow.Engine.Activities;

namespace TitleWorkflow.Application.Experts.Activities;

/// <summary>Waits until the organising unit has appointed a candidate for a term (聘任).</summary>
[Activity("TitleWorkflow", "专家", "等待组建单位聘任。", DisplayName = "等待聘任")]
[FlowNode("Appointed")]
[Statutory(StatutoryAct.Decision)]
public sealed class AwaitAppointment : MembershipStep
{
    /// <inheritdoc />
    protected override string? OutcomeFor(Expert expert, DateTimeOffset now) => expert.Has(ExpertAct.Appointed) ? "Appointed" : null;

    /// <inheritdoc />
    protected override Task RemindAsync(MembershipDesk desk, Expert expert, CancellationToken ct) =>
        desk.TellAsync(MembershipParty.Unit, expert, "notice.expert-appointment-due", ct);
}
