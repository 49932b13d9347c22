using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Operation;

/// <summary>An administrator has a dead letter tried again at once, after its cause is mended, and says why.</summary>
public static class ReplayDeadLetter
{
    /// <param name="Letter">The letter.</param>
    /// <param name="Reason">What was mended.</param>
    public sealed record Command(Guid Letter, string Reason) : IRequest<Result>, ICommand
    {
        string ICommand.Subject => Letter.ToString();
    }

    /// <param name="IsDueAgain">False if there is nothing left to do: the flow went on otherwise, or ended.</param>
    public sealed record Result(bool IsDueAgain);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).NotEmpty().MaximumLength(500);
    }

    internal sealed class Handler(TitleDb db, DeadLetterDesk letters, TimeProvider clock, CommandJournal journal)
        : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var letter = await db.DeadLetters.SingleOrDefaultAsync(l => l.Id == command.Letter, ct)
                ?? throw new NotFoundException();
            db.DeadLetters.Remove(letter);
            journal.Detail = $"{letter.Kind} {letter.Key}: {command.Reason}";
            return new Result(await letters.ScheduleAsync(letter.Kind, letter.Key, clock.GetUtcNow(), ct));
        }
    }
}
