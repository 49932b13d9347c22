using TitleWorkflow.Application.Operation;
using TitleWorkflow.Application.Organisations;
using TitleWorkflow.Application.Workflows;
using TitleWorkflow.Application.WorkItems;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Instances;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.RuleSets;
using TitleWorkflow.Domain.WorkItems;
using TitleWorkflow.Engine.Activities;
using TitleWorkflow.Engine.Execution;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Assessments.Activities;

/// <summary>
/// After a result other than passed was told: lets the applicant ask for re-examination within the rule set's working days and
/// asks the organising unit for its finding (复查). Upheld leads back to the readers; the result is final when the time is over.
/// </summary>
[Activity("TitleWorkflow", "评审", "在期限内受理复查申请，由组建单位作出结论；查实的重新评审，逾期结果生效。", DisplayName = "等待复查申请")]
[FlowNode("Final", "Upheld")]
[Statutory(StatutoryAct.Decision)]
public sealed class AwaitReexamination : Activity
{
    private const string Open = "WorkItem";

    /// <summary>Creates the step; a cancelled one takes its task off the inbox.</summary>
    public AwaitReexamination() => OnSignalReceived<CancelSignal>(OnCancelledAsync);

    /// <inheritdoc />
    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var ct = context.CancellationToken;
        var flow = context.GetRequiredService<FlowCase>();
        var declaration = await flow.LoadAsync(context, ct);
        var rules = await flow.RulesAsync(declaration, ct);
        var calendar = await context.GetRequiredService<OfficialCalendar>().GetAsync(ct);
        var lastDay = calendar.Window(flow.Now.LegalDate(), rules[Parameter.ReexaminationWindow]).LastDay;
        declaration.OpenReexamination(lastDay);
        AwaitRequest(context, declaration.Id);
        context.CreateBookmark(new CreateBookmarkArgs
        {
            Stimulus = new ReexaminationPeriod(declaration.Id.Value),
            DueAt = lastDay.EndsAt(),
            Callback = OnPeriodEndedAsync,
            IncludeActivityInstanceId = false,
        });
    }

    private void AwaitRequest(ActivityExecutionContext context, DeclarationId declaration) => context.CreateBookmark(
        new ReexaminationAsked(declaration.Value), OnRequestedAsync, includeActivityInstanceId: false);

    private async ValueTask OnRequestedAsync(ActivityExecutionContext context)
    {
        var ct = context.CancellationToken;
        var flow = context.GetRequiredService<FlowCase>();
        var db = context.GetRequiredService<TitleDb>();
        var declaration = await flow.LoadAsync(context, ct);
        var unit = await flow.OfficeAsync(declaration, OfficeScope.OrganisingUnit, ct);

        // Asked for in this very unit of work.
        var request = db.Reexaminations.Local.Last(r => r.Declaration == declaration.Id);
        var item = await context.GetRequiredService<TaskDesk>().AskOfficeAsync(
            new WorkItemSpecification(
                context.WorkflowExecutionContext.Id, context.Activity.Id, declaration.Heading(), Stage.Assessment,
                ReexaminationForm.Name, "复查", "Re-examination",
                [ReexaminationForm.Uphold, ReexaminationForm.Dismiss], [ReexaminationForm.Uphold, ReexaminationForm.Dismiss], request.DueOn),
            Role.OrganisingOfficer, unit.Id, ct);
        context.SetProperty(Open, item.Id.ToString());
        context.CreateBookmark(new WorkItemDone(item.Id.Value), OnDecidedAsync, includeActivityInstanceId: false);
    }

    private async ValueTask OnDecidedAsync(ActivityExecutionContext context)
    {
        var flow = context.GetRequiredService<FlowCase>();
        var declaration = await flow.LoadAsync(context, context.CancellationToken);
        context.SetProperty(Open, "");
        if (declaration.IsLive)
        {
            await context.CompleteActivityWithOutcomesAsync("Upheld");
        }
        else if (flow.Now >= declaration.ReexaminableUntil!.Value.EndsAt())
        {
            await context.CompleteActivityWithOutcomesAsync("Final");
        }
        else
        {
            AwaitRequest(context, declaration.Id);
        }
    }

    // What was asked in time is still decided.
    private async ValueTask OnPeriodEndedAsync(ActivityExecutionContext context)
    {
        if (string.IsNullOrEmpty(context.GetProperty<string>(Open)))
        {
            await context.CompleteActivityWithOutcomesAsync("Final");
        }
    }

    private async ValueTask OnCancelledAsync(CancelSignal signal, SignalContext context)
    {
        if (context.IsSelf && context.Receiver.GetProperty<string>(Open) is { Length: > 0 } item)
        {
            await context.Receiver.GetRequiredService<TaskDesk>()
                .WithdrawAsync(new WorkItemId(Guid.Parse(item)), context.CancellationToken);
        }
    }
}
