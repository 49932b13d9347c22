using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Organisations;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Enterprises;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Enterprises;

/// <summary>The city enters an honour of an enterprise from the list it gives jointly with the industry department.</summary>
public static class RegisterHonor
{
    /// <param name="Enterprise">Whose.</param>
    /// <param name="Kind">As what.</param>
    /// <param name="Level">Who gave it.</param>
    /// <param name="From">First day.</param>
    /// <param name="To">Last day.</param>
    /// <param name="ListNumber">Number of the joint list.</param>
    public sealed record Command(
        OrganisationId Enterprise, HonorKind Kind, HonorLevel Level, DateOnly From, DateOnly To, string ListNumber)
        : IRequest, ICommand
    {
        string ICommand.Subject => Enterprise.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Kind).IsInEnum();
            RuleFor(c => c.Level).IsInEnum();
            RuleFor(c => c.From).NotEmpty();
            RuleFor(c => c.To).NotEmpty();
            RuleFor(c => c.ListNumber).NotEmpty().MaximumLength(100);
        }
    }

    internal sealed class Handler(TitleDb db, ICurrentUser user, TimeProvider clock, CommandJournal journal)
        : IRequestHandler<Command>
    {
        public async Task Handle(Command command, CancellationToken ct)
        {
            var area = db.AreaOf(user.OfficesOf(Role.CityOfficer));
            var enterprise = await db.Organisations.SingleOrDefaultAsync(
                    o => o.Id == command.Enterprise && area.Contains(o.Id), ct)
                ?? throw new NotFoundException();
            db.EnterpriseHonors.Add(EnterpriseHonor.Register(
                enterprise, command.Kind, command.Level, command.From, command.To, command.ListNumber, clock.GetUtcNow()));
            journal.Detail = $"{command.Kind} {command.Level} {command.From:yyyy-MM-dd} {command.To:yyyy-MM-dd} {command.ListNumber}";
        }
    }
}
