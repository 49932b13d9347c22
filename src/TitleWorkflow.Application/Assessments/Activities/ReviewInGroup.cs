using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Declarations;
using TitleWorkflow.Application.Organisations;
using TitleWorkflow.Application.Workflows;
using TitleWorkflow.Application.WorkItems;
using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Instances;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.RuleSets;
using TitleWorkflow.Domain.WorkItems;
using TitleWorkflow.Engine.Activities;
using TitleWorkflow.Engine.Execution;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Assessments.Activities;

/// <summary>Asks every assigned expert for scores and a written opinion, and goes on when all have answered (评议组评议).</summary>
[Activity("TitleWorkflow", "评审", "请所分派的专家评分并写出意见，全部完成后继续。", DisplayName = "评议组评议")]
[FlowNode("Done")]
[Statutory(StatutoryAct.ExpertOpinion)]
public sealed class ReviewInGroup : Activity
{
    /// <summary>Creates the step; a cancelled one takes its tasks off the inboxes.</summary>
    public ReviewInGroup() => OnSignalReceived<CancelSignal>(OnCancelledAsync);

    /// <inheritdoc />
    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var ct = context.CancellationToken;
        var flow = context.GetRequiredService<FlowCase>();
        var desk = context.GetRequiredService<TaskDesk>();
        var declaration = await flow.LoadAsync(context, ct);
        var office = await flow.OfficeAsync(declaration, OfficeScope.OrganisingUnit, ct);
        var review = await ReviewAsync(context.GetRequiredService<TitleDb>(), declaration.Id, ct);
        var due = await desk.DueAsync((await flow.RulesAsync(declaration, ct))[Parameter.GroupReviewDays], ct);
        declaration.Enter(DeclarationStatus.UnderGroupReview, Stage.Assessment, office.Id, null, flow.Now);
        var items = new List<string>();
        foreach (var expert in review.Experts)
        {
            var item = await desk.AskPersonAsync(
                new WorkItemSpecification(
                    context.WorkflowExecutionContext.Id, context.Activity.Id, declaration.Heading(), Stage.Assessment,
                    "expert-opinion", context.NodeDisplayName, "Expert opinion", ["Submit"], [], due),
                Role.Expert, expert, declaration.Number, ct);
            items.Add(item.Id.ToString());
            context.CreateBookmark(new WorkItemDone(item.Id.Value), OnOpinionAsync, includeActivityInstanceId: false);
        }

        context.SetProperty("WorkItems", string.Join(',', items));
        context.SetProperty("Open", items.Count);
    }

    private async ValueTask OnOpinionAsync(ActivityExecutionContext context)
    {
        var open = context.UpdateProperty<int>("Open", count => count - 1);
        if (open > 0)
        {
            return;
        }

        var flow = context.GetRequiredService<FlowCase>();
        var declaration = await flow.LoadAsync(context, context.CancellationToken);
        var office = await flow.OfficeAsync(declaration, OfficeScope.OrganisingUnit, context.CancellationToken);
        declaration.CompleteGroupReview(WorkItems(context).Count, Actors.Of(office), flow.Now);
        await context.CompleteActivityWithOutcomesAsync("Done");
    }

    // Assigned in this very unit of work when the step begins, so it may not be stored yet.
    private static async Task<GroupReview> ReviewAsync(TitleDb db, DeclarationId declaration, CancellationToken ct) =>
        db.GroupReviews.Local.LastOrDefault(r => r.Declaration == declaration)
        ?? await db.GroupReviews.Where(r => r.Declaration == declaration).OrderByDescending(r => r.AssignedAt).FirstAsync(ct);

    private static List<WorkItemId> WorkItems(ActivityExecutionContext context) =>
        [.. (context.GetProperty<string>("WorkItems") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries)
            .Select(id => new WorkItemId(Guid.Parse(id)))];

    private async ValueTask OnCancelledAsync(CancelSignal signal, SignalContext context)
    {
        foreach (var item in context.IsSelf ? WorkItems(context.Receiver) : [])
        {
            await context.Receiver.GetRequiredService<TaskDesk>().WithdrawAsync(item, context.CancellationToken);
        }
    }
}
