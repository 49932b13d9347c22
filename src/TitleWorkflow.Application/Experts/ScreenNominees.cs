using FluentValidation;
using MediatR;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Experts;

/// <summary>The committee office screens nominated experts, many at once (初审).</summary>
public static class ScreenNominees
{
    /// <param name="Decisions">One for each person.</param>
    public sealed record Command(IReadOnlyList<Decision> Decisions) : IRequest, ICommand;

    /// <param name="Expert">Who.</param>
    /// <param name="Fit">Whether the person is fit.</param>
    /// <param name="Reason">Why not; null if fit.</param>
    public sealed record Decision(PersonId Expert, bool Fit, string? Reason = null);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Decisions).NotEmpty().Must(d => d.Count <= NominateExperts.Most);
            RuleForEach(c => c.Decisions).ChildRules(d => d.RuleFor(x => x.Reason).MaximumLength(500));
        }
    }

    internal sealed class Handler(TitleDb db, ICurrentUser user, TimeProvider clock, CommandJournal journal)
        : IRequestHandler<Command>
    {
        public async Task Handle(Command command, CancellationToken ct)
        {
            var experts = (await db.FindExpertsAsync(user, command.Decisions.Select(d => d.Expert), ct))
                .ToDictionary(e => e.Person);
            foreach (var decision in command.Decisions)
            {
                experts[decision.Expert].Screen(decision.Fit, decision.Reason, user.Name, clock.GetUtcNow());
            }

            journal.Detail = $"{command.Decisions.Count(d => d.Fit)} fit, {command.Decisions.Count(d => !d.Fit)} not";
        }
    }
}
