using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Declarations;
using TitleWorkflow.Application.Notices;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Reviews;

/// <summary>The supervisor allows the organising unit one further item on a notice already issued, for a recorded reason.</summary>
public static class AllowSupplementAddition
{
    /// <param name="Declaration">The case.</param>
    /// <param name="Reason">Why the item could not be seen when the notice was issued.</param>
    public sealed record Command(DeclarationId Declaration, string Reason) : IRequest, ICommand
    {
        string ICommand.Subject => Declaration.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).NotEmpty().MaximumLength(500);
    }

    internal sealed class Handler(
        TitleDb db, DeclarationAccess access, NoticeDesk notices, CommandJournal journal, TimeProvider clock)
        : IRequestHandler<Command>
    {
        public async Task Handle(Command command, CancellationToken ct)
        {
            if (!await access.SeesAsAsync(Role.Supervisor, command.Declaration, ct))
            {
                throw new NotFoundException();
            }

            var notice = await db.FindSupplementAsync(command.Declaration, ct);
            notice.AllowAddition(command.Reason.Trim(), clock.GetUtcNow());
            journal.Detail = command.Reason;

            var declaration = await db.Declarations.Where(d => d.Id == command.Declaration)
                .Select(d => new
                {
                    d.Number,
                    Unit = db.Committees.Where(c => c.Id == d.Committee).Select(c => c.OrganisingUnit).First(),
                }).SingleAsync(ct);
            await notices.TellHoldersAsync(
                Role.OrganisingOfficer, declaration.Unit, "notice.addition-allowed",
                $"/declarations/{command.Declaration}/supplement", ct, declaration.Number, command.Reason.Trim());
        }
    }
}
