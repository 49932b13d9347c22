using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Committees;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Domain.Assessments.Assigning;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.RuleSets;
using TitleWorkflow.Domain.WorkItems;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Assessments;

/// <summary>
/// The office assigns readers to many dossiers in one go, as proposed or changed by hand with a reason; conflicts declared
/// meanwhile are looked for again, and all of it is done or nothing (批量分派).
/// </summary>
public static class ApplyAssignment
{
    /// <param name="Committee">The committee.</param>
    /// <param name="Policy">What the proposal went by.</param>
    /// <param name="Rows">Every dossier of the proposal.</param>
    public sealed record Command(OrganisationId Committee, AssignmentPolicy Policy, IReadOnlyList<Row> Rows) : IRequest<Result>, ICommand
    {
        string ICommand.Subject => Committee.ToString();
    }

    /// <param name="WorkItem">The task to assign readers.</param>
    /// <param name="Readers">Who reads.</param>
    /// <param name="Reason">Why others than proposed; null where they are as proposed.</param>
    public sealed record Row(WorkItemId WorkItem, IReadOnlyList<PersonId> Readers, string? Reason = null);

    /// <param name="Assigned">How many dossiers got their readers.</param>
    public sealed record Result(int Assigned);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Policy).NotNull();
            RuleFor(c => c.Policy.Readers).InclusiveBetween(3, 25).When(c => c.Policy is not null);
            RuleFor(c => c.Policy.MostEach).InclusiveBetween(1, 10_000).When(c => c.Policy?.MostEach is not null);
            RuleFor(c => c.Policy.Seed).NotEmpty().MaximumLength(100).When(c => c.Policy is not null);
            RuleFor(c => c.Rows).NotEmpty().Must(r => r is null || r.Count <= 500);
            RuleForEach(c => c.Rows).ChildRules(r =>
            {
                r.RuleFor(x => x.Readers).NotNull().Must(x => x is null || x.Count <= 25);
                r.RuleFor(x => x.Reason).MaximumLength(500);
            });
        }
    }

    internal sealed class Handler(TitleDb db, ICurrentUser user, TimeProvider clock, CommandJournal journal)
        : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var committee = await db.FindCommitteeAsync(user, command.Committee, ct);
            if (!user.Has(Role.CommitteeOffice, committee.Id))
            {
                throw new NotFoundException();
            }

            var facts = new AssignmentFacts(db, clock);
            var rows = command.Rows.DistinctBy(r => r.WorkItem).ToDictionary(r => r.WorkItem);
            var ids = rows.Keys.ToList();
            var items = await facts.Waiting(committee.Id).Where(w => ids.Contains(w.Id)).ToListAsync(ct);
            WorkItemRules.StillOpen.Require(items.Count == rows.Count);
            var cases = (await facts.CasesAsync(committee, [.. items.Select(i => i.Declaration)], ct)).ToDictionary(c => c.Declaration);
            var proposal = AssignmentProposal.Of(
                await facts.WithKeywordsAsync(cases.Values, ct), await facts.ExpertsAsync(committee, ct), command.Policy, null, ct);
            var proposed = proposal.Cases.ToDictionary(c => c.Declaration);
            foreach (var item in items)
            {
                var row = rows[item.Id];
                cases[item.Declaration].RequireNoConflict(row.Readers);
                proposed[item.Declaration].RequireReason(row.Readers, row.Reason);
            }

            await AssignAsync(committee.Members.Select(m => m.Person).ToHashSet(), items, rows, ct);
            db.HoldUnchanged(committee);
            journal.Detail = $"seed={command.Policy.Seed} cost={proposal.Cost}"
                + string.Concat(items.Where(i => rows[i.Id].Reason is not null).Select(i => $"; {i.Number}: {rows[i.Id].Reason}"));
            return new Result(items.Count);
        }

        private async Task AssignAsync(
            HashSet<PersonId> members, List<WorkItem> items, Dictionary<WorkItemId, Row> rows, CancellationToken ct)
        {
            var now = clock.GetUtcNow();
            var about = items.Select(i => i.Declaration).ToList();
            var declarations = await db.Declarations.Where(d => about.Contains(d.Id)).ToDictionaryAsync(d => d.Id, ct);
            var sets = declarations.Values.Select(d => d.RuleSet).Distinct().ToList();
            var minimum = (await db.RuleSets.AsNoTracking().Where(r => sets.Contains(r.Id)).ToListAsync(ct))
                .ToDictionary(r => r.Id, r => r[Parameter.GroupMinimumExperts]);
            var office = await db.Organisations.Where(o => o.Id == items[0].Organisation).Select(o => o.Name).SingleAsync(ct);
            foreach (var item in items)
            {
                var declaration = declarations[item.Declaration];
                db.GroupReviews.Add(GroupReview.Assign(
                    declaration, rows[item.Id].Readers, members, minimum[declaration.RuleSet], now));

                // Names of experts are told to nobody, so history names the office alone.
                declaration.Note(HistoryAct.GroupAssigned, new Actor(office, null), now);
                item.Complete("Assign", null, user.Person!.Value, now);
            }
        }
    }
}
