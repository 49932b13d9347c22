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

/// <summary>The organising unit adds the one item the supervisor allowed; the applicant is told.</summary>
public static class AddSupplementItem
{
    /// <param name="Declaration">The case.</param>
    /// <param name="Text">What is missing.</param>
    public sealed record Command(DeclarationId Declaration, string Text) : IRequest, ICommand
    {
        string ICommand.Subject => Declaration.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Text).NotEmpty().MaximumLength(500);
    }

    internal sealed class Handler(
        TitleDb db, ICurrentUser user, DeclarationAccess access, NoticeDesk notices, TimeProvider clock)
        : IRequestHandler<Command>
    {
        public async Task Handle(Command command, CancellationToken ct)
        {
            var sight = await access.SightOfAsync(command.Declaration, ct);
            var declaration = await db.Declarations.AsNoTracking().SingleAsync(d => d.Id == command.Declaration, ct);
            var unit = await db.Committees.Where(c => c.Id == declaration.Committee).Select(c => c.OrganisingUnit).SingleAsync(ct);
            if (sight != Sight.Office || !user.Has(Role.OrganisingOfficer, unit))
            {
                throw new NotFoundException();
            }

            var notice = await db.FindSupplementAsync(declaration.Id, ct);
            notice.Add(command.Text, clock.GetUtcNow());
            await notices.TellAsync(
                declaration.Applicant, "notice.supplement-item", $"/declarations/{declaration.Id}/supplement", ct,
                declaration.Number, command.Text.Trim(), notice.DueOn.ToString("yyyy-MM-dd"));
        }
    }
}
