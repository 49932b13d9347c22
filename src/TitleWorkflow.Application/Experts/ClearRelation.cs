using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Experts;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Experts;

/// <summary>The office weighs a tie between two firms and finds that the expert need not stay away.</summary>
public static class ClearRelation
{
    /// <param name="Expert">The expert.</param>
    /// <param name="Relation">The relation.</param>
    /// <param name="Reason">Why it does not matter.</param>
    public sealed record Command(PersonId Expert, ExpertRelationId Relation, string Reason) : IRequest, ICommand
    {
        string ICommand.Subject => $"{Relation.Value}";
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).MaximumLength(500);
    }

    internal sealed class Handler(TitleDb db, ICurrentUser user, TimeProvider clock, CommandJournal journal) : IRequestHandler<Command>
    {
        public async Task Handle(Command command, CancellationToken ct)
        {
            var expert = await db.FindExpertAsync(user, command.Expert, ct);
            var relation = await db.ExpertRelations.SingleOrDefaultAsync(r => r.Id == command.Relation && r.Expert == expert.Person, ct)
                ?? throw new NotFoundException();
            relation.Clear(command.Reason, user.Person!.Value, clock.GetUtcNow());
            journal.Detail = $"{relation.Kind}: {command.Reason}";
        }
    }
}
