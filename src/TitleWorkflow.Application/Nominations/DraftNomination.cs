using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Notices;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Nominations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Persistence;
using TitleWorkflow.Persistence.Writing;

namespace TitleWorkflow.Application.Nominations;

/// <summary>Chairperson or technical lead writes a nomination of one of the staff; the nominee is told and may agree.</summary>
public static class DraftNomination
{
    /// <param name="Plan">The plan of the nomination channel it is for.</param>
    /// <param name="Nominee">Who is nominated.</param>
    /// <param name="Reasons">Why.</param>
    public sealed record Command(PlanId Plan, PersonId Nominee, string Reasons) : IRequest<Result>, ICommand
    {
        string ICommand.Subject => Nominee.ToString();
    }

    /// <param name="Nomination">The nomination.</param>
    /// <param name="Number">Its number.</param>
    public sealed record Result(NominationId Nomination, string Number);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reasons).NotEmpty().MaximumLength(1000);
    }

    internal sealed class Handler(
        TitleDb db, ICurrentUser user, Numbers numbers, NoticeDesk notices, TimeProvider clock, CommandJournal journal)
        : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var own = user.SignsFor();
            var plan = await db.Plans.AsNoTracking().SingleOrDefaultAsync(p => p.Id == command.Plan, ct) ?? throw new NotFoundException();
            var nominee = await db.People.AsNoTracking().SingleOrDefaultAsync(
                p => p.Id == command.Nominee && own.Contains(p.Employer!.Value), ct) ?? throw new NotFoundException();
            var enterprise = await db.Organisations.AsNoTracking().SingleAsync(o => o.Id == nominee.Employer, ct);
            DeclarationRules.WindowOpen.Require(plan.IsOpenOn(clock.Today()));
            var number = $"JJ-{plan.Year}-{await numbers.NextAsync($"nomination/{plan.Year}", ct):0000}";
            var nomination = Nomination.Draft(
                number, enterprise, plan, nominee, command.Reasons, user.Person!.Value, clock.GetUtcNow());
            db.Nominations.Add(nomination);
            journal.Detail = number;
            if (nominee.Id != user.Person)
            {
                await notices.TellAsync(
                    nominee.Id, "notice.nominated", "/declarations/new", ct, enterprise.Name,
                    ProfessionalTitle.Name(plan.Series, plan.Level));
            }

            return new Result(nomination.Id, number);
        }
    }
}
