using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Operation;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Application.WorkItems;
using TitleWorkflow.Domain.Publicity;
using TitleWorkflow.Domain.RuleSets;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Publicity;

/// <summary>Whoever looks into an objection takes more time for the finding, once and for a reason (延长核查期限).</summary>
public static class ExtendInquiry
{
    /// <param name="Objection">The objection.</param>
    /// <param name="Reason">Why; kept with it.</param>
    public sealed record Command(PublicityObjectionId Objection, string Reason) : IRequest, ICommand
    {
        string ICommand.Subject => Objection.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).NotEmpty().MaximumLength(500);
    }

    internal sealed class Handler(TitleDb db, ICurrentUser user, OfficialCalendar calendar, TaskDesk tasks) : IRequestHandler<Command>
    {
        public async Task Handle(Command command, CancellationToken ct)
        {
            var objection = await db.ObjectionsOf(user).SingleOrDefaultAsync(o => o.Id == command.Objection, ct)
                ?? throw new NotFoundException();
            var declaration = await db.Declarations.SingleAsync(d => d.Id == objection.Declaration, ct);
            var rules = await db.RuleSets.SingleAsync(r => r.Id == declaration.RuleSet, ct);
            objection.Extend(rules[Parameter.ObjectionExtension], command.Reason, await calendar.GetAsync(ct));
            declaration.MoveDueOn(objection.DueOn!.Value);
            await tasks.MoveAsync(await db.WorkItems.SingleAsync(w => w.Id == objection.Task, ct), objection.DueOn!.Value, ct);
        }
    }
}
