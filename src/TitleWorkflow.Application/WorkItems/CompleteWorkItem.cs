using FluentValidation;
using MediatR;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.WorkItems;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.WorkItems;

/// <summary>Somebody does a task: chooses an outcome, gives an opinion, and what else the task's form asks for.</summary>
public static class CompleteWorkItem
{
    /// <param name="WorkItem">The task.</param>
    /// <param name="Outcome">One of the outcomes the task offers.</param>
    /// <param name="Comment">Opinion; required by outcomes that need a reason.</param>
    public sealed record Command(WorkItemId WorkItem, string Outcome, string? Comment = null) : IRequest<Result>, ICommand
    {
        /// <summary>Sections sent back, with a reason each; for the outcome Return.</summary>
        public IReadOnlyList<ReturnedSection>? Sections { get; init; }

        /// <summary>All defects at once; for the outcome Supplement of an eligibility check.</summary>
        public IReadOnlyList<string>? Items { get; init; }

        /// <summary>At least three members of the committee; for a group assignment.</summary>
        public IReadOnlyList<PersonId>? Experts { get; init; }

        /// <summary>Whole points by item of the scoring standard; for an expert's opinion.</summary>
        public IReadOnlyDictionary<string, int>? Scores { get; init; }

        /// <summary>Number of the confirming document; for a confirmation.</summary>
        public string? DocumentNumber { get; init; }

        /// <summary>What the task's fields ask for, by their labels.</summary>
        public IReadOnlyDictionary<string, string>? Values { get; init; }

        /// <summary>Whether the request does several tasks at once, each a command of its own.</summary>
        public bool IsOneOfMany { get; init; }

        string ICommand.Subject => WorkItem.ToString();

        string ICommand.KeyPart => IsOneOfMany ? $"/{WorkItem}" : "";
    }

    /// <param name="WorkItem">The task done.</param>
    /// <param name="Declaration">Its case.</param>
    /// <param name="Outcome">What came out.</param>
    public sealed record Result(WorkItemId WorkItem, DeclarationId Declaration, string Outcome);

    internal sealed class Validator : AbstractValidator<Command>
    {
        private const int Most = 50;

        public Validator()
        {
            RuleFor(c => c.Outcome).NotEmpty().WithMessage("errors.field.EnumValidator").MaximumLength(80);
            RuleFor(c => c.Comment).MaximumLength(2000);
            RuleFor(c => c.Sections).Must(s => s!.Count <= Most).When(c => c.Sections is not null);
            RuleForEach(c => c.Sections).ChildRules(s => s.RuleFor(r => r.Reason).MaximumLength(500));
            RuleFor(c => c.Items).Must(i => i!.Count <= Most).When(c => c.Items is not null);
            RuleForEach(c => c.Items).MaximumLength(500);
            RuleFor(c => c.Experts).Must(e => e!.Count <= Most).When(c => c.Experts is not null);
            RuleFor(c => c.Scores).Must(s => s!.Count <= 4 * Most).When(c => c.Scores is not null);
            RuleFor(c => c.DocumentNumber).MaximumLength(60);
            RuleFor(c => c.Values).Must(v => v!.Count <= TaskField.Most).When(c => c.Values is not null);
        }
    }

    internal sealed class Handler(TitleDb db, ICurrentUser user, TimeProvider clock, IEnumerable<ITaskForm> forms)
        : IRequestHandler<Command, Result>
    {
        // Task, case and office in one question: this is the act the house is there for.
        private static readonly HotQuery<WorkItemId, Case> Cases = new((context, id) =>
            from item in context.WorkItems
            join declaration in context.Declarations on item.Declaration equals declaration.Id
            where item.Id == id
            select new Case(
                item,
                declaration,
                context.Organisations.Where(o => o.Id == item.Organisation).Select(o => o.Name).FirstOrDefault()));

        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            if (await Cases.FirstAsync(db, command.WorkItem, ct) is not var (item, declaration, office)
                || !WorkItemAccess.MayDo(user, item))
            {
                throw new NotFoundException();
            }

            WorkItemSliceRules.OwnAct.Require(!TaskForms.EndByOwnAct.Contains(item.Form));
            WorkItemRules.StillOpen.Require(item.Status == WorkItemStatus.Open);
            WorkItemRules.NotClaimedByAnother.Require(item.Assignee is null || item.Assignee == user.Person);
            WorkItemRules.OutcomeOffered.Require(item.Outcomes.Contains(command.Outcome));

            var now = clock.GetUtcNow();

            await forms.Named(item.Form).ApplyAsync(new TaskAnswer(item, declaration, command, new Actor(office, user.Name), now), ct);
            item.Complete(command.Outcome, command.Comment, user.Person!.Value, now, command.Values);
            return new Result(item.Id, declaration.Id, command.Outcome);
        }

        private sealed record Case(WorkItem Item, Declaration Declaration, string? Office);
    }
}
