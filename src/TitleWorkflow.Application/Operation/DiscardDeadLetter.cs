using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Operation;

/// <summary>An administrator gives a dead letter up for good and says why: what it was to do will not be done.</summary>
public static class DiscardDeadLetter
{
    /// <param name="Letter">The letter.</param>
    /// <param name="Reason">Why it need not be done any more.</param>
    public sealed record Command(Guid Letter, string Reason) : IRequest, ICommand
    {
        string ICommand.Subject => Letter.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).NotEmpty().MaximumLength(500);
    }

    internal sealed class Handler(TitleDb db, DeadLetterDesk letters, CommandJournal journal) : IRequestHandler<Command>
    {
        public async Task Handle(Command command, CancellationToken ct)
        {
            var letter = await db.DeadLetters.SingleOrDefaultAsync(l => l.Id == command.Letter, ct)
                ?? throw new NotFoundException();
            OperationRules.FlowStillWaits.Require(!await letters.HoldsUpAsync(letter.Kind, letter.Key, ct));
            db.DeadLetters.Remove(letter);
            journal.Detail = $"{letter.Kind} {letter.Key}: {command.Reason}";
        }
    }
}
