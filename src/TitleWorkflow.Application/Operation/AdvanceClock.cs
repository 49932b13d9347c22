using System.Globalization;
using FluentValidation;
using MediatR;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Domain.Calendars;

namespace TitleWorkflow.Application.Operation;

/// <summary>An administrator moves the demonstration's clock forward.</summary>
public static class AdvanceClock
{
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

    internal sealed class Handler(DemoClock clock, OfficialCalendar calendar) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var official = command.To is null ? await calendar.GetAsync(ct) : null;
            return new Result(await clock.MoveAsync(now => Target(command, now, official), ct));
        }

        private static DateTimeOffset Target(Command command, DateTimeOffset now, WorkingCalendar? official)
        {
            var target = command.To?.ToUniversalTime()
                ?? official!.Window(now.LegalDate(), command.WorkingDays!.Value).LastDay.StartsAt(hour: 9);
            OperationRules.ClockForward.Require(target >= now);
            return target;
        }
    }
}
