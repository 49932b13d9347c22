using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Notices;
using TitleWorkflow.Application.Workflows;
using TitleWorkflow.Application.WorkItems;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Instances;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.WorkItems;
using TitleWorkflow.Engine.Activities;
using TitleWorkflow.Engine.Execution;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Reviews.Activities;

/// <summary>
/// Waits for the answer to the one-time supplement notice (补正); at 24:00 of its last day the declaration is deemed withdrawn.
/// </summary>
[Activity("TitleWorkflow", "审核", "等待补正；逾期视为放弃。", DisplayName = "等待补正")]
[FlowNode("Supplied", "Lapsed")]
[Statutory(StatutoryAct.ApplicantsAct)]
public sealed class AwaitSupplement : Activity
{
    /// <summary>Creates the step; a cancelled one takes its task off the inbox.</summary>
    public AwaitSupplement() => OnSignalReceived<CancelSignal>(OnCancelledAsync);

    /// <inheritdoc />
    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var ct = context.CancellationToken;
        var flow = context.GetRequiredService<FlowCase>();
        var declaration = await flow.LoadAsync(context, ct);
        var notice = await NoticeAsync(context, declaration.Id, ct);
        declaration.Enter(DeclarationStatus.SupplementPending, Stage.Review, declaration.WithOffice, notice.DueOn, flow.Now);
        var item = await context.GetRequiredService<TaskDesk>().AskPersonAsync(
            new WorkItemSpecification(
                context.WorkflowExecutionContext.Id, context.Activity.Id, declaration.Heading(), Stage.Review,
                "supplement", context.NodeDisplayName, "Supplement", ["Supplied"], [], notice.DueOn),
            Role.Applicant, declaration.Applicant, declaration.Number, ct);
        context.SetProperty("WorkItem", item.Id.ToString());
        context.CreateBookmark(new WorkItemDone(item.Id.Value), OnSuppliedAsync, includeActivityInstanceId: false);
        context.CreateBookmark(new CreateBookmarkArgs
        {
            Stimulus = new SupplementPeriod(notice.Id.Value),
            DueAt = notice.DueOn.EndsAt(),
            Callback = OnPeriodEndedAsync,
            IncludeActivityInstanceId = false,
        });
    }

    private ValueTask OnSuppliedAsync(ActivityExecutionContext context) =>
        context.CompleteActivityWithOutcomesAsync("Supplied");

    private async ValueTask OnPeriodEndedAsync(ActivityExecutionContext context)
    {
        var ct = context.CancellationToken;
        var flow = context.GetRequiredService<FlowCase>();
        var declaration = await flow.LoadAsync(context, ct);
        var notice = await NoticeAsync(context, declaration.Id, ct);
        notice.Lapse(declaration, flow.Now);
        await CloseTaskAsync(context, ct);
        var desk = context.GetRequiredService<NoticeDesk>();
        var link = $"/declarations/{declaration.Id}";
        await desk.TellAsync(declaration.Applicant, "notice.lapsed", link, ct, declaration.Number);
        await desk.TellHoldersAsync(Role.EmployerHr, declaration.Employer, "notice.lapsed", link, ct, declaration.Number);
        await context.CompleteActivityWithOutcomesAsync("Lapsed");
    }

    private static Task<Domain.Reviews.SupplementNotice> NoticeAsync(
        ActivityExecutionContext context, DeclarationId declaration, CancellationToken ct)
    {
        // Issued in this very unit of work when the step begins, stored long before when it ends.
        var db = context.GetRequiredService<TitleDb>();
        return db.SupplementNotices.Local.FirstOrDefault(n => n.Declaration == declaration) is { } local
            ? Task.FromResult(local)
            : db.SupplementNotices.SingleAsync(n => n.Declaration == declaration, ct);
    }

    private static Task CloseTaskAsync(ActivityExecutionContext context, CancellationToken ct) =>
        context.GetProperty<string>("WorkItem") is { } item
            ? context.GetRequiredService<TaskDesk>().WithdrawAsync(new WorkItemId(Guid.Parse(item)), ct)
            : Task.CompletedTask;

    private async ValueTask OnCancelledAsync(CancelSignal signal, SignalContext context)
    {
        if (context.IsSelf)
        {
            await CloseTaskAsync(context.Receiver, context.CancellationToken);
        }
    }
}
