using System.Globalization;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Persistence;
using TitleWorkflow.Persistence.Operation;

namespace TitleWorkflow.Application.Operation;

/// <summary>An administrator moves the demonstration's clock forward.</summary>
public static class AdvanceClock
{
    /// <summary>Name of the stored offset, in ticks.</summary>
    public const string OffsetKey = "demo.clock.offset";

    /// <summary>Moves to 9:00 of the day that lies some working days ahead, or to an instant.</summary>
    /// <param name="WorkingDays">Working days ahead, from 1; null if <paramref name="To"/> is given.</param>
    /// <param name="To">The instant; null if <paramref name="WorkingDays"/> is given.</param>
    public sealed record Command(int? WorkingDays = null, DateTimeOffset? To = null) : IRequest<Result>, ICommand
    {
        string ICommand.Subject => To?.ToString("O", CultureInfo.InvariantCulture) ?? $"+{WorkingDays}";
    }

    /// <param name="Now">What the clock says now.</param>
    public sealed record Result(DateTimeOffset Now);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.WorkingDays).Must(d => d is >= 1 and <= 250).When(c => c.To is null);
        }
    }

    internal sealed class Handler(TitleDb db, ApplicationClock clock, OfficialCalendar calendar)
        : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var now = clock.GetUtcNow();
            var target = command.To?.ToUniversalTime()
                ?? (await calendar.GetAsync(ct)).Window(clock.Today(), command.WorkingDays!.Value).LastDay.StartsAt(hour: 9);
            OperationRules.ClockForward.Require(target >= now);

            // The clock moves before the commit: a failed commit leaves a demonstration a little ahead until its restart.
            clock.Offset += target - now;
            var value = clock.Offset.Ticks.ToString(CultureInfo.InvariantCulture);
            if (await db.Settings.SingleOrDefaultAsync(s => s.Key == OffsetKey, ct) is { } setting)
            {
                setting.Value = value;
            }
            else
            {
                db.Settings.Add(new Setting { Key = OffsetKey, Value = value });
            }

            return new Result(clock.GetUtcNow());
        }
    }
}
