using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Organisations;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Nominations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.RuleSets;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Nominations;

/// <summary>The city finds a nomination false (举荐不实): who signed and the enterprise lose the right to nominate for years.</summary>
public static class FindNominationFalse
{
    /// <param name="Nomination">The nomination.</param>
    /// <param name="Reason">What was false.</param>
    public sealed record Command(NominationId Nomination, string Reason) : IRequest<Result>, ICommand
    {
        string ICommand.Subject => Nomination.ToString();
    }

    /// <param name="NominatesAgainOn">First day on which they may nominate again.</param>
    public sealed record Result(DateOnly NominatesAgainOn);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).NotNull().MaximumLength(500);
    }

    internal sealed class Handler(TitleDb db, ICurrentUser user, TimeProvider clock, CommandJournal journal)
        : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var area = db.AreaOf(user.OfficesOf(Role.CityOfficer));
            var nomination = await db.Nominations.SingleOrDefaultAsync(
                    n => n.Id == command.Nomination && n.SignedAt != null && area.Contains(n.Enterprise), ct)
                ?? throw new NotFoundException();
            var plan = await db.Plans.AsNoTracking().SingleAsync(p => p.Id == nomination.Plan, ct);
            var rules = await db.RuleSets.AsNoTracking().SingleAsync(r => r.Id == plan.RuleSet, ct);
            var signatories = await db.LetterSignatures.Where(s => s.Nomination == nomination.Id).Select(s => s.Person).ToListAsync(ct);
            var liabilities = nomination.FindFalse(
                signatories, command.Reason, rules[Parameter.NominationLiabilityYears], clock.Today());
            db.NominationLiabilities.AddRange(liabilities);
            journal.Detail = $"{nomination.Number}: {command.Reason.Trim()}";
            return new Result(liabilities[0].To.AddDays(1));
        }
    }
}
