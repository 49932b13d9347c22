using TitleWorkflow.Application.Workflows;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Experts;
using TitleWorkflow.Domain.Instances;
using TitleWorkflow.Engine.Activities;

namespace TitleWorkflow.Application.Experts.Activities;

/// <summary>
/// Waits as long as a member serves, suspensions and renewals included, until the term is over (聘期届满) or the member is removed
/// (解聘); before its end the unit is told to evaluate and renew.
/// </summary>
[Activity("TitleWorkflow", "专家", "在聘期内等待，直至聘期届满或者解聘；暂停与续聘不离开本环节。", DisplayName = "在聘")]
[FlowNode("Expired", "Removed")]
[Statutory(StatutoryAct.OfficialRecord)]
public sealed class ServeTerm : MembershipStep
{
    /// <inheritdoc />
    protected override string? OutcomeFor(Expert expert, DateTimeOffset now) =>
        expert.State == ExpertState.Removed ? "Removed"
        : now >= expert.TermTo?.EndsAt() ? "Expired"
        : null;

    // Renewed after the term, which this road served to its end.
    /// <inheritdoc />
    protected override string? OutcomeElsewhere => "Expired";

    /// <inheritdoc />
    protected override DateTimeOffset? NextMoment(Expert expert) => expert.TermTo?.EndsAt();

    /// <inheritdoc />
    protected override (DateOnly From, int WorkingDays) ReminderFor(Expert expert, DateOnly since, int workingDays) =>
        (expert.TermTo!.Value, -workingDays);

    /// <inheritdoc />
    protected override Task RemindAsync(MembershipDesk desk, Expert expert, CancellationToken ct) =>
        desk.TellAsync(MembershipParty.Unit, expert, "notice.expert-term-ends", ct, $"{expert.TermTo:yyyy-MM-dd}");
}
