using System.Globalization;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Workflows;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Publicity;
using TitleWorkflow.Engine.Execution;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Calendars;

/// <summary>
/// The administrator loads or corrects one year of the official calendar; publicity that runs is counted again, what is over
/// stays as it was.
/// </summary>
public static class UpdateOfficialYear
{
    /// <param name="Year">The calendar year.</param>
    /// <param name="Holidays">Days off, whatever their weekday.</param>
    /// <param name="MakeUpDays">Saturdays and Sundays that are worked instead.</param>
    public sealed record Command(int Year, IReadOnlyList<DateOnly> Holidays, IReadOnlyList<DateOnly> MakeUpDays)
        : IRequest<Result>, ICommand
    {
        string ICommand.Subject => Year.ToString(CultureInfo.InvariantCulture);
    }

    /// <param name="Recounted">Running notices that were counted again.</param>
    /// <param name="Moved">Those whose last day moved.</param>
    public sealed record Result(int Recounted, IReadOnlyList<MovedNotice> Moved);

    /// <param name="Notice">The notice.</param>
    /// <param name="From">Its last day until now.</param>
    /// <param name="To">Its new last day.</param>
    public sealed record MovedNotice(PublicityNoticeId Notice, DateOnly From, DateOnly To);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Year).InclusiveBetween(2000, 2100);
            RuleFor(c => c.Holidays).NotEmpty();
            RuleFor(c => c.Holidays).Must((c, days) => days.All(d => d.Year == c.Year))
                .WithMessage("calendars.error.other-year").When(c => c.Holidays is not null);
            RuleFor(c => c.MakeUpDays).NotNull();
            RuleFor(c => c.MakeUpDays).Must((c, days) => days.All(d => d.Year == c.Year))
                .WithMessage("calendars.error.other-year")
                .Must(days => days.All(d => d.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday))
                .WithMessage("calendars.error.make-up-weekday")
                .Must((c, days) => !days.Intersect(c.Holidays ?? []).Any())
                .WithMessage("calendars.error.both").When(c => c.MakeUpDays is not null);
        }
    }

    internal sealed class Handler(TitleDb db, CommandJournal journal, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var years = await db.OfficialYears.ToListAsync(ct);
            var year = years.SingleOrDefault(y => y.Year == command.Year);
            var before = year is null ? "" : Text(year);
            if (year is null)
            {
                year = new OfficialYear(command.Year, command.Holidays, command.MakeUpDays);
                years.Add(year);
                db.OfficialYears.Add(year);
            }
            else
            {
                year.Replace(command.Holidays, command.MakeUpDays);
            }

            var result = await RecountAsync(new WorkingCalendar(years), ct);
            journal.Detail = $"{before} → {Text(year)}; "
                + string.Join(", ", result.Moved.Select(m => $"{m.Notice}: {m.From:yyyy-MM-dd} → {m.To:yyyy-MM-dd}"));
            return result;
        }

        private async Task<Result> RecountAsync(WorkingCalendar calendar, CancellationToken ct)
        {
            // One whose last day is over is closed, even if the clock's work is late.
            var today = clock.Today();
            var running = await db.PublicityNotices
                .Where(n => n.Status == PublicityStatus.Running && n.LastDay >= today).ToListAsync(ct);
            var moved = new List<MovedNotice>();
            foreach (var notice in running)
            {
                var from = notice.LastDay;
                if (notice.Recount(calendar))
                {
                    moved.Add(new MovedNotice(notice.Id, from, notice.LastDay));
                    await MoveWaitAsync(notice, ct);
                }
            }

            return new Result(running.Count, moved);
        }

        private async Task MoveWaitAsync(PublicityNotice notice, CancellationToken ct)
        {
            var stimulus = new PublicityPeriod(notice.Id.Value);
            var hash = StimulusHash.Compute(StimulusHash.NameOf(stimulus)!, stimulus);
            foreach (var wait in await db.WorkflowBookmarks.Where(b => b.Hash == hash).ToListAsync(ct))
            {
                wait.DueAt = notice.EndsAt;
            }

            var declaration = await db.Declarations.SingleAsync(d => d.Id == notice.Declaration, ct);
            if (declaration.Status is DeclarationStatus.EmployerPublicity or DeclarationStatus.ResultPublicity)
            {
                declaration.MoveDueOn(notice.LastDay);
            }
        }

        private static string Text(OfficialYear year) => string.Create(
            CultureInfo.InvariantCulture,
            $"off {string.Join(' ', year.Holidays.Select(Day))}, on {string.Join(' ', year.MakeUpDays.Select(Day))}");

        private static string Day(DateOnly day) => day.ToString("MM-dd", CultureInfo.InvariantCulture);
    }
}
