using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.Pilots;
using TitleWorkflow.Persistence;
using TitleWorkflow.Persistence.Writing;

namespace TitleWorkflow.Application.Pilots;

/// <summary>A leading enterprise or an association begins an application to review by its own power (申请自主评审试点).</summary>
public static class DraftPilot
{
    /// <param name="Unit">The enterprise or association.</param>
    /// <param name="Scope">What is applied for.</param>
    public sealed record Command(OrganisationId Unit, PilotScope Scope) : IRequest<Result>, ICommand
    {
        string ICommand.Subject => Unit.ToString();
    }

    /// <param name="Application">The application.</param>
    /// <param name="Number">Its number.</param>
    public sealed record Result(PilotApplicationId Application, string Number);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Scope).NotNull().ChildRules(PilotScopeShape.Check);
    }

    internal sealed class Handler(TitleDb db, ICurrentUser user, Numbers numbers, TimeProvider clock, CommandJournal journal)
        : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var unit = user.AppliesFor().Contains(command.Unit)
                ? await db.Organisations.AsNoTracking().SingleAsync(o => o.Id == command.Unit, ct)
                : throw new NotFoundException();
            await db.RequireSecretaryAsync(unit.Id, command.Scope, ct);

            // A second one begun at the same instant meets the index of open applications and, started again, this rule.
            PilotRules.OneOpen.Require(!await db.PilotApplications.AnyAsync(
                a => a.Unit == unit.Id && a.Series == command.Scope.Series && a.Specialty == command.Scope.Specialty, ct));
            var today = clock.Today();
            var number = $"ZP-{today.Year}-{await numbers.NextAsync($"pilot/{today.Year}", ct):0000}";
            var application = PilotApplication.Draft(
                number, unit, await db.HonorsOfAsync(unit.Id, ct), command.Scope, today, user.Person!.Value, clock.GetUtcNow());
            db.PilotApplications.Add(application);
            journal.Detail = number;
            return new Result(application.Id, number);
        }
    }
}
