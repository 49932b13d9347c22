using FluentValidation;
using MediatR;
using TitleWorkflow.Application.Declarations;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Reviews;

/// <summary>An applicant answers an item of the supplement notice in words; an empty statement takes it back.</summary>
public static class StateSupplementItem
{
    /// <param name="Declaration">The case.</param>
    /// <param name="Number">The item, from 1.</param>
    /// <param name="Answer">The statement.</param>
    public sealed record Command(DeclarationId Declaration, int Number, string? Answer) : IRequest, ICommand
    {
        string ICommand.Subject => $"{Declaration}/supplement/{Number}";

        // Saving twice is saving once, and one page saves many times under its one key.
        bool ICommand.KeepsAnswer => false;
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Answer).MaximumLength(2000);
    }

    internal sealed class Handler(TitleDb db, DeclarationAccess access, TimeProvider clock) : IRequestHandler<Command>
    {
        public async Task Handle(Command command, CancellationToken ct)
        {
            var declaration = await access.FindOwnAsync(command.Declaration, ct);
            var notice = await db.FindSupplementAsync(declaration.Id, ct);
            if (notice.Items.All(i => i.Number != command.Number))
            {
                throw new NotFoundException();
            }

            notice.State(command.Number, command.Answer, clock.GetUtcNow());
        }
    }
}
