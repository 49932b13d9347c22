using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Committees;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Assessments.Assigning;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.WorkItems;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Assessments;

/// <summary>Shows the office what waits for readers and, where asked, the best assignment of all of it at once (分派方案).</summary>
public static class ProposeAssignment
{
    /// <param name="Committee">The committee.</param>
    /// <param name="Policy">What to go by; null for a look at what waits.</param>
    /// <param name="Items">Which tasks; null or empty for all that wait.</param>
    public sealed record Query(OrganisationId Committee, AssignmentPolicy? Policy, IReadOnlyList<WorkItemId>? Items) : IRequest<Result>;

    /// <param name="Name">Chinese name of the committee.</param>
    /// <param name="EnglishName">Its name on English pages; null where there is none.</param>
    /// <param name="Seed">The seed that breaks ties, published with the assignment.</param>
    /// <param name="Waiting">What waits, by number.</param>
    /// <param name="Experts">The members, with what they read now and would read.</param>
    /// <param name="MostEach">The limit that was applied; null without a proposal.</param>
    /// <param name="Cost">What the proposal costs; null without one.</param>
    /// <param name="IsProven">Whether no assignment costs less; null without a proposal.</param>
    public sealed record Result(
        string Name,
        string? EnglishName,
        string Seed,
        IReadOnlyList<Row> Waiting,
        IReadOnlyList<Reader> Experts,
        int? MostEach,
        long? Cost,
        bool? IsProven);

    /// <param name="WorkItem">The task.</param>
    /// <param name="Number">The declaration's number.</param>
    /// <param name="Applicant">Who applies.</param>
    /// <param name="Employer">Where the applicant works.</param>
    /// <param name="Excluded">Members who may not read it.</param>
    /// <param name="Readers">Who is proposed; null where it is not part of the proposal.</param>
    /// <param name="Shortage">Why there are too few; null if there are enough.</param>
    /// <param name="Keywords">Fields of work the dossier names; its specialty where it names none.</param>
    /// <param name="Shared">Who of those proposed shares which of them.</param>
    public sealed record Row(
        WorkItemId WorkItem,
        string Number,
        string Applicant,
        string Employer,
        IReadOnlyList<PersonId> Excluded,
        IReadOnlyList<PersonId>? Readers,
        AssignmentShortage? Shortage,
        IReadOnlyList<string> Keywords,
        IReadOnlyList<Affinity> Shared);

    /// <param name="Name">The reader.</param>
    /// <param name="Keywords">Keywords shared with the dossier.</param>
    public sealed record Affinity(string Name, IReadOnlyList<string> Keywords);

    /// <param name="Person">Who.</param>
    /// <param name="Name">The name.</param>
    /// <param name="Reading">Applications read now.</param>
    /// <param name="Load">Applications read if the proposal is applied.</param>
    public sealed record Reader(PersonId Person, string Name, int Reading, int Load);

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(q => q.Policy!.Readers).InclusiveBetween(3, 25).When(q => q.Policy is not null);
            RuleFor(q => q.Policy!.MostEach).InclusiveBetween(1, 10_000).When(q => q.Policy?.MostEach is not null);
            RuleFor(q => q.Policy!.Seed).NotEmpty().MaximumLength(100).When(q => q.Policy is not null);
        }
    }

    internal sealed class Handler(TitleDb db, ICurrentUser user, TimeProvider clock) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var committee = await db.FindCommitteeAsync(user, query.Committee, ct);
            if (!user.Has(Role.CommitteeOffice, committee.Id))
            {
                throw new NotFoundException();
            }

            var facts = new AssignmentFacts(db, clock);
            var waiting = await facts.Waiting(committee.Id).AsNoTracking().OrderBy(w => w.Number).ToListAsync(ct);
            var cases = await facts.WithKeywordsAsync(
                await facts.CasesAsync(committee, [.. waiting.Select(w => w.Declaration)], ct), ct);
            var experts = await facts.ExpertsAsync(committee, ct);
            var chosen = waiting.Where(w => query.Items is not { Count: > 0 } items || items.Contains(w.Id))
                .Select(w => w.Declaration).ToHashSet();

            // Seconds of pure computing for thousands: off the thread that serves the request, and it ends with it.
            var proposal = query.Policy is { } policy
                ? await Task.Run(
                    () => AssignmentProposal.Of([.. cases.Where(c => chosen.Contains(c.Declaration))], experts, policy, null, ct), ct)
                : null;
            return await ShowAsync(committee.Id, query.Policy?.Seed, waiting, cases, experts, proposal, ct);
        }

        private async Task<Result> ShowAsync(
            OrganisationId committee,
            string? seed,
            List<WorkItem> waiting,
            List<AssignableCase> cases,
            List<AssignableExpert> experts,
            AssignmentProposal? proposal,
            CancellationToken ct)
        {
            var office = await db.Organisations.Where(o => o.Id == committee).Select(o => new { o.Name, o.EnglishName }).SingleAsync(ct);
            var people = experts.Select(e => e.Person).ToList();
            var names = await db.People.Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, ct);
            var known = cases.ToDictionary(c => c.Declaration);
            var proposed = proposal?.Cases.ToDictionary(c => c.Declaration) ?? [];
            return new Result(
                office.Name, office.EnglishName, seed ?? $"{clock.GetUtcNow():yyyy-MM-dd}",
                [
                    .. waiting.Select(w => new Row(
                        w.Id, w.Number, w.ApplicantName, w.EmployerName,
                        [.. people.Where(known[w.Declaration].Excluded.Contains)],
                        proposed.GetValueOrDefault(w.Declaration)?.Readers,
                        proposed.GetValueOrDefault(w.Declaration)?.Shortage,
                        known[w.Declaration].Keywords,
                        [
                            .. experts.Where(e => proposed.GetValueOrDefault(w.Declaration)?.Readers.Contains(e.Person) == true)
                                .Select(e => new Affinity(names[e.Person], known[w.Declaration].MetBy(e)))
                                .Where(a => a.Keywords.Count > 0),
                        ])),
                ],
                [
                    .. experts.Select(e => new Reader(
                        e.Person, names[e.Person], e.Reading, proposal?.Loads[e.Person] ?? e.Reading))
                        .OrderByDescending(r => r.Load).ThenBy(r => r.Name, StringComparer.Ordinal),
                ],
                proposal?.MostEach, proposal?.Cost, proposal is null ? null : proposal.Cost == proposal.Bound);
        }
    }
}
