using TitleWorkflow.Application.Declarations;
using TitleWorkflow.Application.Notices;
using TitleWorkflow.Application.Operation;
using TitleWorkflow.Application.Organisations;
using TitleWorkflow.Application.Workflows;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Instances;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.RuleSets;
using TitleWorkflow.Engine.Activities;
using TitleWorkflow.Engine.Execution;

namespace TitleWorkflow.Application.Reviews.Activities;

/// <summary>
/// The employer shows a dossier to its own people (材料公开展示), for as many working days as the rule set says, before they are
/// asked what they think of it.
/// </summary>
[Activity("TitleWorkflow", "审核", "在本单位公开展示申报材料，等待展示期满。", DisplayName = "公开展示材料")]
[FlowNode("Shown")]
[Statutory(StatutoryAct.Publicity)]
public sealed class AwaitOpenDisplay : Activity
{
    private const string Began = "Began";

    /// <inheritdoc />
    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var ct = context.CancellationToken;
        var flow = context.GetRequiredService<FlowCase>();
        var declaration = await flow.LoadAsync(context, ct);
        var employer = await flow.OfficeAsync(declaration, OfficeScope.Employer, ct);
        var began = flow.Now.LegalDate();
        context.SetProperty(Began, began.DayNumber);
        var window = await WindowAsync(context, declaration, began);
        declaration.Note(
            HistoryAct.MaterialsDisplayed, Actors.Of(employer), flow.Now, $"{window.Days[0]:yyyy-MM-dd} – {window.LastDay:yyyy-MM-dd}");
        var notices = context.GetRequiredService<NoticeDesk>();
        var (link, until) = ($"/declarations/{declaration.Id}", window.LastDay.ToString("yyyy-MM-dd"));
        await notices.TellAsync(declaration.Applicant, "notice.open-display", link, ct, declaration.Number, until);
        await notices.TellHoldersAsync(Role.EmployerHr, employer.Id, "notice.display-materials", link, ct, declaration.Number, until);
        Show(context, declaration, employer.Id, window, flow.Now);
    }

    private void Show(
        ActivityExecutionContext context, Declaration declaration, OrganisationId employer, WorkingWindow window, DateTimeOffset now)
    {
        declaration.Enter(DeclarationStatus.EmployerChecking, Stage.Review, employer, window.LastDay, now);
        context.CreateBookmark(new CreateBookmarkArgs
        {
            Stimulus = new OpenDisplayPeriod(declaration.Id.Value),
            DueAt = window.LastDay.EndsAt(),
            Callback = OnDayEndedAsync,
            IncludeActivityInstanceId = false,
        });
    }

    private async ValueTask OnDayEndedAsync(ActivityExecutionContext context)
    {
        var flow = context.GetRequiredService<FlowCase>();
        var declaration = await flow.LoadAsync(context, context.CancellationToken);
        var window = await WindowAsync(context, declaration, DateOnly.FromDayNumber(context.GetProperty<int>(Began)));
        if (flow.Now >= window.LastDay.EndsAt())
        {
            await context.CompleteActivityWithOutcomesAsync("Shown");
            return;
        }

        // The official calendar changed meanwhile and the last day moved.
        Show(context, declaration, declaration.Employer, window, flow.Now);
    }

    private static async Task<WorkingWindow> WindowAsync(ActivityExecutionContext context, Declaration declaration, DateOnly began)
    {
        var ct = context.CancellationToken;
        var rules = await context.GetRequiredService<FlowCase>().RulesAsync(declaration, ct);
        var calendar = await context.GetRequiredService<OfficialCalendar>().GetAsync(ct);
        return calendar.Window(began, rules[Parameter.OpenDisplayDays], rules.CountMode);
    }
}
