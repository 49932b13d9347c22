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

/// <summary>
/// Asks every assigned expert for scores and a written opinion, and goes on when all have answered (评议组评议). Readers lost to
/// an interest are replaced by the office, which may also exchange a reader or take the assignment back before anybody has
/// answered; scores too far apart are discussed again, once, first sheets kept.
/// </summary>
[Activity("TitleWorkflow", "评审", "请所分派的专家评分并写出意见，全部完成后继续。", DisplayName = "评议组评议")]
[FlowNode("Done")]
[Statutory(StatutoryAct.ExpertOpinion)]
public sealed class ReviewInGroup : Activity
{
    /// <summary>What comes out of a task that the office took from its reader.</summary>
    internal const string Withdrawn = "Withdrawn";

    private const string Asked = "Asked";
    private const string Open = "Open";
    private const string Replacing = "Replacing";

    /// <summary>Creates the step; a cancelled one takes its tasks off the inboxes.</summary>
    public ReviewInGroup() => OnSignalReceived<CancelSignal>(OnCancelledAsync);

    /// <inheritdoc />
    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var ct = context.CancellationToken;
        var flow = context.GetRequiredService<FlowCase>();
        var declaration = await flow.LoadAsync(context, ct);
        var office = await flow.OfficeAsync(declaration, OfficeScope.OrganisingUnit, ct);
        var review = await ReviewAsync(context, declaration.Id);
        declaration.Enter(DeclarationStatus.UnderGroupReview, Stage.Assessment, office.Id, null, flow.Now);
        await AskAsync(context, declaration, review.Experts);
    }

    // The dossier is assigned as if for the first time: whoever read it before may be among its readers again.
    private async ValueTask OnAssignedAnewAsync(ActivityExecutionContext context)
    {
        context.SetProperty(Open, 0);
        context.SetProperty(Asked, "");
        await ExecuteAsync(context);
    }

    private async ValueTask OnOpinionAsync(ActivityExecutionContext context)
    {
        var ct = context.CancellationToken;
        var open = context.UpdateProperty<int>(Open, count => count - 1);
        var flow = context.GetRequiredService<FlowCase>();
        var declaration = await flow.LoadAsync(context, ct);
        var review = await ReviewAsync(context, declaration.Id);
        if (context.GetWorkflowInput<string>("Outcome") == Withdrawn)
        {
            await FollowOfficeAsync(context, declaration, review, open);
            return;
        }

        var rules = await flow.RulesAsync(declaration, ct);
        if (review.Experts.Count < rules[Parameter.GroupMinimumExperts] && !context.GetProperty<bool>(Replacing))
        {
            await AskOfficeAsync(context, declaration, "补派评议专家", "Assign further experts", OnReplacedAsync);
            context.SetProperty(Replacing, true);
            return;
        }

        if (open > 0)
        {
            return;
        }

        var sheets = await SheetsAsync(context, review);
        if (review.Round == 1 && rules.Sum(sheets, 1) is { IsFlagged: true })
        {
            review.Rediscuss();
            await AskAsync(context, declaration, review.Experts);
            return;
        }

        var office = await flow.OfficeAsync(declaration, OfficeScope.OrganisingUnit, ct);
        declaration.CompleteGroupReview(sheets.Count, Actors.Of(office), flow.Now);
        await context.CompleteActivityWithOutcomesAsync("Done");
    }

    // All tasks of an assignment that is undone are withdrawn at once; the last of them asks the office.
    private async Task FollowOfficeAsync(ActivityExecutionContext context, Declaration declaration, GroupReview review, int open)
    {
        if (review.UndoneAt is null)
        {
            var asked = Listed(context, Asked);
            await AskAsync(context, declaration, [.. review.Experts.Where(e => !asked.Contains(e.ToString()))]);
        }
        else if (open == 0)
        {
            var ct = context.CancellationToken;
            var flow = context.GetRequiredService<FlowCase>();
            var office = await flow.OfficeAsync(declaration, OfficeScope.Committee, ct);
            var item = await AskOfficeAsync(context, declaration, "重新分派评议专家", "Assign experts anew", OnAssignedAnewAsync);
            declaration.Enter(DeclarationStatus.CommitteeFormed, Stage.Assessment, office.Id, item.DueOn, flow.Now);
        }
    }

    private async ValueTask OnReplacedAsync(ActivityExecutionContext context)
    {
        var open = context.UpdateProperty<int>(Open, count => count - 1);
        context.SetProperty(Replacing, false);
        var declaration = await context.GetRequiredService<FlowCase>().LoadAsync(context, context.CancellationToken);
        var review = await ReviewAsync(context, declaration.Id);
        await FollowOfficeAsync(context, declaration, review, open);
    }

    private async Task AskAsync(ActivityExecutionContext context, Declaration declaration, IReadOnlyList<PersonId> experts)
    {
        var ct = context.CancellationToken;
        var desk = context.GetRequiredService<TaskDesk>();
        var due = await DueAsync(context, declaration);
        var rules = await context.GetRequiredService<FlowCase>().RulesAsync(declaration, ct);
        var heading = rules.Content.Reading == ReadingMode.Blind ? declaration.BlindHeading() : declaration.Heading();
        foreach (var expert in experts)
        {
            var item = await desk.AskPersonAsync(
                new WorkItemSpecification(
                    context.WorkflowExecutionContext.Id, context.Activity.Id, heading, Stage.Assessment,
                    "expert-opinion", context.NodeDisplayName, "Expert opinion",
                    ["Submit", ExpertOpinionForm.Recuse], [ExpertOpinionForm.Recuse], due),
                Role.Expert, expert, declaration.Number, ct);
            Await(context, item, OnOpinionAsync);
            List(context, Asked, expert.ToString());
        }
    }

    private static async Task<WorkItem> AskOfficeAsync(
        ActivityExecutionContext context, Declaration declaration, string title, string englishTitle, ExecuteActivityDelegate then)
    {
        var ct = context.CancellationToken;
        var committee = await context.GetRequiredService<FlowCase>().OfficeAsync(declaration, OfficeScope.Committee, ct);
        var item = await context.GetRequiredService<TaskDesk>().AskOfficeAsync(
            new WorkItemSpecification(
                context.WorkflowExecutionContext.Id, context.Activity.Id, declaration.Heading(), Stage.Assessment,
                "group-assignment", title, englishTitle, ["Assign"], [], await DueAsync(context, declaration)),
            Role.CommitteeOffice, committee.Id, ct);
        Await(context, item, then);
        return item;
    }

    private static async Task<DateOnly?> DueAsync(ActivityExecutionContext context, Declaration declaration)
    {
        var ct = context.CancellationToken;
        var rules = await context.GetRequiredService<FlowCase>().RulesAsync(declaration, ct);
        return await context.GetRequiredService<TaskDesk>().DueAsync(rules[Parameter.GroupReviewDays], ct);
    }

    private static void Await(ActivityExecutionContext context, WorkItem item, ExecuteActivityDelegate then)
    {
        List(context, "WorkItems", item.Id.ToString());
        context.UpdateProperty<int>(Open, count => count + 1);
        context.CreateBookmark(new WorkItemDone(item.Id.Value), then, includeActivityInstanceId: false);
    }

    // Assigned in this very unit of work when the step begins, so it may not be stored yet.
    private static async Task<GroupReview> ReviewAsync(ActivityExecutionContext context, DeclarationId declaration)
    {
        var db = context.GetRequiredService<TitleDb>();
        return db.GroupReviews.Local.LastOrDefault(r => r.Declaration == declaration)
            ?? await db.StandingReviews(declaration).FirstAsync(context.CancellationToken);
    }

    // The last of them is handed in by this very unit of work.
    private static async Task<IReadOnlyList<ScoreSheet>> SheetsAsync(ActivityExecutionContext context, GroupReview review)
    {
        var db = context.GetRequiredService<TitleDb>();
        await db.ScoreSheets.Where(s => s.Review == review.Id).LoadAsync(context.CancellationToken);
        return [.. db.ScoreSheets.Local.Where(s =>
            s.Review == review.Id && s.Round == review.Round && review.Experts.Contains(s.Expert))];
    }

    private static string[] Listed(ActivityExecutionContext context, string key) =>
        (context.GetProperty<string>(key) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries);

    private static void List(ActivityExecutionContext context, string key, string item) =>
        context.SetProperty(key, string.Join(',', [.. Listed(context, key), item]));

    private async ValueTask OnCancelledAsync(CancelSignal signal, SignalContext context)
    {
        foreach (var item in context.IsSelf ? Listed(context.Receiver, "WorkItems") : [])
        {
            await context.Receiver.GetRequiredService<TaskDesk>()
                .WithdrawAsync(new WorkItemId(Guid.Parse(item)), context.CancellationToken);
        }
    }
}
