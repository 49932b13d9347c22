using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Nominations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Persistence;
using TitleWorkflow.Persistence.Writing;

namespace TitleWorkflow.Application.Declarations;

/// <summary>Somebody opens a draft under an annual plan; its flow starts.</summary>
public static class StartDeclaration
{
    /// <param name="Plan">The plan applied under.</param>
    public sealed record Command(PlanId Plan) : IRequest<Result>, ICommand
    {
        string ICommand.Subject => Plan.ToString();
    }

    /// <param name="Declaration">The draft.</param>
    /// <param name="Number">Its number (申报号).</param>
    public sealed record Result(DeclarationId Declaration, string Number);

    internal sealed class Handler(
        TitleDb db, ICurrentUser user, DeclarationAccess access, Numbers numbers, TimeProvider clock)
        : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var plan = await db.Plans.SingleOrDefaultAsync(p => p.Id == command.Plan, ct) ?? throw new NotFoundException();
            var person = await db.People.SingleAsync(p => p.Id == user.Person, ct);
            var employer = await db.Organisations.SingleOrDefaultAsync(o => o.Id == person.Employer, ct);
            DeclarationRules.WindowOpen.Require(plan.IsOpenOn(clock.Today()));
            DeclarationRules.OneLivePerYear.Require(
                !await access.Own.AnyAsync(d => d.IsLive && d.Year == plan.Year && d.Level == plan.Level, ct));
            var nomination = plan.Channel == Channel.SpecialisedNomination ? await NominationAsync(plan, person, ct) : null;
            var series = plan.NumberPrefix == "QT" ? $"declaration/{plan.Year}" : $"declaration/{plan.NumberPrefix}/{plan.Year}";
            var number = $"{plan.NumberPrefix}-{plan.Year}-{await numbers.NextAsync(series, ct):0000}";
            var declaration = Declaration.Start(number, person, employer, plan, clock.Today(), clock.GetUtcNow());
            nomination?.Take(declaration.Id);
            db.Declarations.Add(declaration);
            return new Result(declaration.Id, number);
        }

        // A signed nomination before one that is only written.
        private async Task<Nomination> NominationAsync(AnnualPlan plan, Person person, CancellationToken ct)
        {
            var nomination = await db.Nominations
                .Where(n => n.Plan == plan.Id && n.Nominee == person.Id && n.Declaration == null
                    && n.Status != NominationStatus.Consumed && n.Status != NominationStatus.Released)
                .OrderBy(n => n.SignedAt == null).ThenBy(n => n.DraftedAt).FirstOrDefaultAsync(ct);
            NominationRules.NominatedOnly.Require(nomination is not null);
            return nomination!;
        }
    }
}
