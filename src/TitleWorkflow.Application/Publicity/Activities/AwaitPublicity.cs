using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Declarations;
using TitleWorkflow.Application.Notices;
using TitleWorkflow.Application.Operation;
using TitleWorkflow.Application.Organisations;
using TitleWorkflow.Application.Workflows;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Instances;
using TitleWorkflow.Domain.Publicity;
using TitleWorkflow.Domain.RuleSets;
using TitleWorkflow.Engine.Activities;
using TitleWorkflow.Engine.Execution;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Publicity.Activities;

/// <summary>
/// Posts a name, at the employer or as a result, and waits until the publicity period (公示期) is over and no objection is open.
/// An objection that is found right withdraws the name.
/// </summary>
[Activity("TitleWorkflow", "公示", "发布公示，核查异议，等待期满；异议属实的撤下名单。", DisplayName = "公示并等待期满")]
[FlowNode("Clear", Withdrawn)]
[Statutory(StatutoryAct.Publicity)]
public sealed class AwaitPublicity : Activity
{
    /// <summary>The outcome that ends the case: an objection was right.</summary>
    public const string Withdrawn = "Withdrawn";

    /// <summary>Creates the step; a cancelled one takes its notice down.</summary>
    public AwaitPublicity() => OnSignalReceived<CancelSignal>(OnCancelledAsync);

    /// <summary>Employer or Result.</summary>
    [Input(DisplayName = "公示类型")] public Input<string> Kind { get; set; } = new("Result");

    /// <summary>Working days, at least <see cref="PublicityRules.MinimumDays"/>; 0 takes the rule set's value.</summary>
    [Input(DisplayName = "工作日（0 = 按规则集）")] public Input<int> Days { get; set; } = new(0);

    /// <inheritdoc />
    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var ct = context.CancellationToken;
        var kind = Enum.Parse<PublicityKind>(context.Get(Kind)!);
        var flow = context.GetRequiredService<FlowCase>();
        var db = context.GetRequiredService<TitleDb>();
        var declaration = await flow.LoadAsync(context, ct);
        var rules = await flow.RulesAsync(declaration, ct);
        var atEmployer = kind == PublicityKind.Employer;
        var poster = await flow.OfficeAsync(
            declaration, atEmployer ? OfficeScope.Employer : OfficeScope.OrganisingUnit, ct);
        var days = context.Get(Days) is > 0 and var given
            ? given
            : rules[atEmployer ? Parameter.EmployerPublicityDays : Parameter.ResultPublicityDays];
        var calendar = await context.GetRequiredService<OfficialCalendar>().GetAsync(ct);
        var notice = PublicityNotice.Post(
            kind, declaration.Id, poster.Id, await EntryAsync(db, declaration, ct), days, rules.CountMode, calendar, flow.Now);
        Post(declaration, notice, flow.Now);
        declaration.Note(
            atEmployer ? HistoryAct.EmployerPublicityPosted : HistoryAct.ResultPosted, Actors.Of(poster), flow.Now,
            $"{notice.Days[0]:yyyy-MM-dd} – {notice.LastDay:yyyy-MM-dd}");
        db.PublicityNotices.Add(notice);
        await context.GetRequiredService<NoticeDesk>().TellAsync(
            declaration.Applicant, atEmployer ? "notice.employer-publicity" : "notice.result-publicity",
            $"/declarations/{declaration.Id}", ct, declaration.Number, notice.LastDay.ToString("yyyy-MM-dd"));
        context.SetProperty("Notice", notice.Id.ToString());
        Wait(context, notice);
        AwaitObjection(context, declaration.Id);
    }

    private void AwaitObjection(ActivityExecutionContext context, DeclarationId declaration) => context.CreateBookmark(
        new NameObjectedTo(declaration.Value), OnObjectedToAsync, includeActivityInstanceId: false);

    private async ValueTask OnObjectedToAsync(ActivityExecutionContext context)
    {
        var ct = context.CancellationToken;
        var declaration = await context.GetRequiredService<FlowCase>().LoadAsync(context, ct);
        var inquiry = context.GetRequiredService<Inquiry>();
        await inquiry.HoldAsync(declaration, await NoticeAsync(context), ct);
        await AskAsync(context, declaration, inquiry.Raised(context.GetWorkflowInput<string>("Objection")!));
        AwaitObjection(context, declaration.Id);
    }

    private async Task AskAsync(ActivityExecutionContext context, Declaration declaration, PublicityObjection objection)
    {
        var item = await context.GetRequiredService<Inquiry>().AskAsync(
            context.WorkflowExecutionContext.Id, context.Activity.Id, declaration, objection, context.CancellationToken);
        context.CreateBookmark(new WorkItemDone(item.Id.Value), OnFoundAsync, includeActivityInstanceId: false);
    }

    private async ValueTask OnFoundAsync(ActivityExecutionContext context)
    {
        var ct = context.CancellationToken;
        var flow = context.GetRequiredService<FlowCase>();
        var inquiry = context.GetRequiredService<Inquiry>();
        var declaration = await flow.LoadAsync(context, ct);
        var notice = await NoticeAsync(context);
        switch (context.GetWorkflowInput<string>("Outcome"))
        {
            case ObjectionForm.Refer:
                await AskAsync(context, declaration, inquiry.Referred(declaration.Id));
                break;
            case ObjectionForm.Uphold:
                await inquiry.SettleAsync(declaration.Id, flow.Now, ct);
                await context.CompleteActivityWithOutcomesAsync(Withdrawn);
                break;
            default:
                await GoOnAsync(context, declaration, notice);
                break;
        }
    }

    private static async Task GoOnAsync(ActivityExecutionContext context, Declaration declaration, PublicityNotice notice)
    {
        var flow = context.GetRequiredService<FlowCase>();
        if (await context.GetRequiredService<Inquiry>().IsOpenAsync(notice, context.CancellationToken))
        {
            return;
        }

        if (flow.Now < notice.EndsAt)
        {
            Post(declaration, notice, flow.Now);
            return;
        }

        Clear(declaration, notice, flow.Now);
        await context.CompleteActivityWithOutcomesAsync("Clear");
    }

    private static void Post(Declaration declaration, PublicityNotice notice, DateTimeOffset now)
    {
        var atEmployer = notice.Kind == PublicityKind.Employer;
        declaration.Enter(
            atEmployer ? DeclarationStatus.EmployerPublicity : DeclarationStatus.ResultPublicity,
            atEmployer ? Stage.Review : Stage.Publicity,
            notice.Poster, notice.LastDay, now);
    }

    private async ValueTask OnPeriodEndedAsync(ActivityExecutionContext context)
    {
        var flow = context.GetRequiredService<FlowCase>();
        var notice = await NoticeAsync(context);
        if (flow.Now < notice.EndsAt)
        {
            // The calendar changed meanwhile and the last day moved.
            Wait(context, notice);
            return;
        }

        // While an objection is open its finding ends the step.
        await GoOnAsync(context, await flow.LoadAsync(context, context.CancellationToken), notice);
    }

    private static void Clear(Declaration declaration, PublicityNotice notice, DateTimeOffset now)
    {
        notice.End(now);
        if (notice.Kind == PublicityKind.Employer)
        {
            declaration.ClearEmployerPublicity(notice.LastDay, now);
        }
        else
        {
            declaration.ClearResultPublicity(notice.LastDay, now);
        }
    }

    private void Wait(ActivityExecutionContext context, PublicityNotice notice) => context.CreateBookmark(
        new CreateBookmarkArgs
        {
            Stimulus = new PublicityPeriod(notice.Id.Value),
            DueAt = notice.EndsAt,
            Callback = OnPeriodEndedAsync,
            IncludeActivityInstanceId = false,
        });

    private static async Task<PublicityNotice> NoticeAsync(ActivityExecutionContext context)
    {
        var id = new PublicityNoticeId(Guid.Parse(context.GetProperty<string>("Notice")!));
        return (await context.GetRequiredService<TitleDb>().PublicityNotices.FindAsync([id], context.CancellationToken))!;
    }

    private static async Task<PublicityEntry> EntryAsync(TitleDb db, Declaration declaration, CancellationToken ct) => new(
        await db.People.Where(p => p.Id == declaration.Applicant).Select(p => p.Name).SingleAsync(ct),
        await db.Organisations.Where(o => o.Id == declaration.Employer).Select(o => o.Name).SingleAsync(ct),
        declaration.Series, declaration.Specialty, declaration.Level, declaration.Channel);

    private async ValueTask OnCancelledAsync(CancelSignal signal, SignalContext context)
    {
        if (context.IsSelf && context.Receiver.GetProperty<string>("Notice") is not null)
        {
            var notice = await NoticeAsync(context.Receiver);
            var now = context.Receiver.GetRequiredService<FlowCase>().Now;
            notice.TakeDown(now);
            await context.Receiver.GetRequiredService<Inquiry>().SettleAsync(notice.Declaration, now, context.CancellationToken);
        }
    }
}
