using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Operation;
using TitleWorkflow.Application.Workflows;
using TitleWorkflow.Domain.Experts;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Engine.Execution;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Experts;

/// <summary>What a step of the flow of appointments needs to know of the road it follows.</summary>
public sealed class ExpertCase(TitleDb db, StepTypes types, OfficialCalendar calendar, TimeProvider clock)
{
    /// <summary>The flow's input: the road's id.</summary>
    internal const string Input = "Nomination";

    // Whom the events of this command were about: what is not stored yet cannot be searched for.
    private readonly Dictionary<ExpertNominationId, PersonId> known = [];

    /// <summary>The application's time.</summary>
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>The road an instance follows.</summary>
    public static ExpertNominationId NominationOf(ActivityExecutionContext context) =>
        new(Guid.Parse(context.GetWorkflowInput<string>(Input)!));

    /// <summary>Who is on the road; null once the person is on another.</summary>
    public async Task<Expert?> FindAsync(ActivityExecutionContext context, CancellationToken ct)
    {
        FlowRules.StandsAlone.Require(await types.StandsAloneAsync(context.WorkflowExecutionContext.Definition.VersionId, ct));
        var nomination = NominationOf(context);
        var expert = known.TryGetValue(nomination, out var person)
            ? await db.Experts.FindAsync([person], ct)
            : await db.Experts.SingleOrDefaultAsync(e => e.Nomination == nomination, ct);
        return expert?.Nomination == nomination ? expert : null;
    }

    /// <summary>
    /// The day that lies so many working days after another, or before it if they are negative. A year whose notice is not
    /// loaded yet counts by the week alone.
    /// </summary>
    public async Task<DateOnly> DayAsync(DateOnly day, int workingDays, CancellationToken ct)
    {
        var official = await calendar.GetAsync(ct);
        for (var left = Math.Abs(workingDays); left > 0; left -= Works(day) ? 1 : 0)
        {
            day = day.AddDays(Math.Sign(workingDays));
        }

        return day;

        bool Works(DateOnly date) => official.Knows(date)
            ? official.IsWorkingDay(date)
            : date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);
    }

    internal void Note(ExpertNominationId nomination, PersonId person) => known[nomination] = person;
}
