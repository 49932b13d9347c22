using TitleWorkflow.Application.Workflows;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Experts;
using TitleWorkflow.Engine.Activities;
using TitleWorkflow.Engine.Execution;

namespace TitleWorkflow.Application.Experts.Activities;

/// <summary>
/// A step that waits until the record of a membership says something. It looks when it begins and whenever anything happens on
/// the road, so that no act is lost, however early it came; the act itself is the office's, and the domain allows it.
/// </summary>
public abstract class MembershipStep : Activity
{
    private const string Since = "Since";
    private const string Reminded = "Reminded";
    private const int Morning = 9;

    /// <summary>
    /// Working days of waiting after which whoever must act is reminded, once; where a term is served, working days before its
    /// last day. 0 for never.
    /// </summary>
    [Input(DisplayName = "提醒（工作日，0 = 不提醒）", Description = "等待满这些工作日仍未办理的，提醒经办人；在聘环节为聘期届满前的工作日数。")]
    public Input<int> RemindWorkingDays { get; set; } = new(0);

    /// <summary>What came of it; null as long as nothing has.</summary>
    protected abstract string? OutcomeFor(Expert expert, DateTimeOffset now);

    /// <summary>What came of it when the person is on another road by now; null if that cannot be.</summary>
    protected virtual string? OutcomeElsewhere => null;

    /// <summary>When the clock alone may bring something; null for never.</summary>
    protected virtual DateTimeOffset? NextMoment(Expert expert) => null;

    /// <summary>The day the reminder counts from, and so many working days on from it, or back if negative.</summary>
    protected virtual (DateOnly From, int WorkingDays) ReminderFor(Expert expert, DateOnly since, int workingDays) => (since, workingDays);

    /// <summary>Reminds whoever must act.</summary>
    protected abstract Task RemindAsync(MembershipDesk desk, Expert expert, CancellationToken ct);

    /// <inheritdoc />
    protected override ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        context.SetProperty(Since, $"{context.GetRequiredService<ExpertCase>().Now.LegalDate():O}");
        return LookAsync(context);
    }

    private async ValueTask LookAsync(ActivityExecutionContext context)
    {
        var ct = context.CancellationToken;
        var road = context.GetRequiredService<ExpertCase>();
        var expert = await road.FindAsync(context, ct);
        var outcome = expert is null
            ? OutcomeElsewhere ?? throw new InvalidOperationException("The person is on another road by now.")
            : OutcomeFor(expert, road.Now);
        if (outcome is not null)
        {
            await context.CompleteActivityWithOutcomesAsync(outcome);
            return;
        }

        DateTimeOffset?[] moments = [await ReminderAsync(context, road, expert!), NextMoment(expert!)];
        context.CreateBookmark(new CreateBookmarkArgs
        {
            Stimulus = new MembershipMoved(expert!.Nomination!.Value.Value),
            DueAt = moments.Where(m => m > road.Now).Min(),
            Callback = LookAsync,
            IncludeActivityInstanceId = false,
        });
    }

    // The moment of the reminder; null if there is none, or it has been sent.
    private async Task<DateTimeOffset?> ReminderAsync(ActivityExecutionContext context, ExpertCase road, Expert expert)
    {
        var ct = context.CancellationToken;
        var days = context.Get(RemindWorkingDays);
        var (from, step) = ReminderFor(expert, DateOnly.ParseExact(context.GetProperty<string>(Since)!, "O"), days);
        if (days == 0 || context.GetProperty<string>(Reminded) == $"{from:O}")
        {
            return null;
        }

        var moment = (await road.DayAsync(from, step, ct)).StartsAt(Morning);
        if (moment > road.Now)
        {
            return moment;
        }

        context.SetProperty(Reminded, $"{from:O}");
        await RemindAsync(context.GetRequiredService<MembershipDesk>(), expert, ct);
        return null;
    }
}
