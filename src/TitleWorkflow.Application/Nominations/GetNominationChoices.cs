using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Nominations;

/// <summary>Shows a signatory whom and for what the enterprise may nominate today.</summary>
public static class GetNominationChoices
{
    public sealed record Query : IRequest<Result>;

    /// <param name="Plans">Open plans of the nomination channel.</param>
    /// <param name="Staff">The enterprise's staff, by name; the reader left out.</param>
    public sealed record Result(IReadOnlyList<PlanChoice> Plans, IReadOnlyList<PersonChoice> Staff);

    /// <param name="Plan">The plan.</param>
    /// <param name="Title">Chinese title.</param>
    /// <param name="EnglishTitle">English title.</param>
    /// <param name="ClosesOn">Last day of its window.</param>
    public sealed record PlanChoice(PlanId Plan, string Title, string EnglishTitle, DateOnly ClosesOn);

    /// <param name="Person">Who.</param>
    /// <param name="Name">Name.</param>
    public sealed record PersonChoice(PersonId Person, string Name);

    internal sealed class Handler(TitleDb db, ICurrentUser user, TimeProvider clock) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var today = clock.Today();
            var own = user.SignsFor();
            var plans = await db.Plans
                .Where(p => p.Channel == Channel.SpecialisedNomination && p.OpensOn <= today && p.ClosesOn >= today)
                .OrderBy(p => p.ClosesOn).ThenBy(p => p.Id)
                .Select(p => new PlanChoice(p.Id, p.Title, p.EnglishTitle, p.ClosesOn)).ToListAsync(ct);
            var staff = await db.People.Where(p => own.Contains(p.Employer!.Value) && p.Id != user.Person)
                .OrderBy(p => p.Name).Select(p => new PersonChoice(p.Id, p.Name)).ToListAsync(ct);
            return new Result(plans, staff);
        }
    }
}
