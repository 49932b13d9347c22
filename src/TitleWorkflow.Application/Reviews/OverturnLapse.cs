using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Declarations;
using TitleWorkflow.Application.Notices;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Reviews;

/// <summary>The supervisor overturns a lapse for a recorded reason; the flow goes back to the eligibility check.</summary>
public static class OverturnLapse
{
    /// <param name="Declaration">The case.</param>
    /// <param name="Reason">Why; kept in history and audit log.</param>
    public sealed record Command(DeclarationId Declaration, string Reason) : IRequest, ICommand
    {
        string ICommand.Subject => Declaration.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).NotEmpty().MaximumLength(500);
    }

    internal sealed class Handler(
        TitleDb db, ICurrentUser user, DeclarationAccess access, NoticeDesk notices, CommandJournal journal, TimeProvider clock)
        : IRequestHandler<Command>
    {
        public async Task Handle(Command command, CancellationToken ct)
        {
            if (!await access.SeesAsAsync(Role.Supervisor, command.Declaration, ct))
            {
                throw new NotFoundException();
            }

            var declaration = await db.Declarations.SingleAsync(d => d.Id == command.Declaration, ct);
            DeclarationRules.OneLivePerYear.Require(!await db.Declarations.AnyAsync(
                d => d.Id != declaration.Id && d.IsLive && d.Applicant == declaration.Applicant
                    && d.Year == declaration.Year && d.Level == declaration.Level,
                ct));
            var office = user.Grants.First(g => g.Role == Role.Supervisor).OrganisationName;
            declaration.OverturnLapse(command.Reason.Trim(), new Actor(office, user.Name), clock.GetUtcNow());
            journal.Detail = command.Reason;

            var link = $"/declarations/{declaration.Id}";
            await notices.TellAsync(declaration.Applicant, "notice.reopened", link, ct, declaration.Number, command.Reason.Trim());
            await notices.TellHoldersAsync(
                Role.EmployerHr, declaration.Employer, "notice.reopened", link, ct, declaration.Number, command.Reason.Trim());
        }
    }
}
