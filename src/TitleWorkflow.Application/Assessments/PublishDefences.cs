using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Notices;
using TitleWorkflow.Application.Operation;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Assessments.Defences;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.RuleSets;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Assessments;

/// <summary>The office publishes a schedule of oral defences: applicants and readers learn time and place (发布答辩安排).</summary>
public static class PublishDefences
{
    /// <param name="Schedule">The schedule.</param>
    public sealed record Command(DefenceScheduleId Schedule) : IRequest, ICommand
    {
        string ICommand.Subject => Schedule.ToString();
    }

    internal sealed class Handler(
        TitleDb db, ICurrentUser user, NoticeDesk notices, OfficialCalendar calendar, TimeProvider clock) : IRequestHandler<Command>
    {
        public async Task Handle(Command command, CancellationToken ct)
        {
            var (schedule, defences) = await new DefenceFacts(db, user).FindAsync(command.Schedule, ct);
            var declarations = defences.Select(h => h.Defence.Declaration).ToList();
            var sets = db.Declarations.Where(d => declarations.Contains(d.Id)).Select(d => d.RuleSet);
            var rules = await db.RuleSets.AsNoTracking().Where(r => sets.Contains(r.Id)).ToListAsync(ct);
            var days = rules.Select(r => r[Parameter.DefenceNoticeDays]).DefaultIfEmpty(Parameter.DefenceNoticeDays.Default).Max();
            schedule.Publish(
                defences, (await calendar.GetAsync(ct)).Before(schedule.HeldOn, days), clock.Today(), clock.GetUtcNow());
            foreach (var heard in defences)
            {
                db.HoldUnchanged(heard.Defence);
            }

            await db.TellOfDefencesAsync(notices, defences, ct);
        }
    }
}
