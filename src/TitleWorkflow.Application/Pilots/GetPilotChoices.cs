using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.RuleSets;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Pilots;

/// <summary>Shows a unit whom it may name to run its committee's office, and the national roads its standard is held against.</summary>
public static class GetPilotChoices
{
    public sealed record Query : IRequest<Result>;

    /// <param name="Units">Enterprises and associations one applies for.</param>
    /// <param name="Staff">Their people, by name.</param>
    /// <param name="National">The national table.</param>
    public sealed record Result(
        IReadOnlyList<UnitChoice> Units, IReadOnlyList<PersonChoice> Staff, IReadOnlyList<EligibilityStep> National);

    /// <param name="Unit">The unit.</param>
    /// <param name="Name">Chinese name.</param>
    /// <param name="EnglishName">English name; null if it has none.</param>
    public sealed record UnitChoice(OrganisationId Unit, string Name, string? EnglishName);

    /// <param name="Person">Who.</param>
    /// <param name="Name">Name.</param>
    /// <param name="Unit">Where the person works.</param>
    public sealed record PersonChoice(PersonId Person, string Name, OrganisationId Unit);

    internal sealed class Handler(TitleDb db, ICurrentUser user) : IRequestHandler<Query, Result>
    {
        private const int Most = 500;

        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var own = user.AppliesFor();
            var units = await db.Organisations.Where(o => own.Contains(o.Id)).OrderBy(o => o.Name)
                .Select(o => new UnitChoice(o.Id, o.Name, o.EnglishName)).ToListAsync(ct);
            var staff = await db.People.Where(p => own.Contains(p.Employer!.Value)).OrderBy(p => p.Name).Take(Most)
                .Select(p => new PersonChoice(p.Id, p.Name, p.Employer!.Value)).ToListAsync(ct);
            return new Result(units, staff, NationalFloor.Steps);
        }
    }
}
