using System.Globalization;
using FluentValidation;
using MediatR;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Assessments.Scoring;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Assessments;

/// <summary>Names and numbers of a plan's standard are changed in its draft, indicators taken away; without a draft this begins one.</summary>
public static class ReviseStandard
{
    /// <param name="Plan">The plan.</param>
    /// <param name="Names">New names by key of the indicator; those left out stay.</param>
    /// <param name="Figures">New numbers; those left out stay.</param>
    /// <param name="Gone">Keys of indicators to take away with all below them.</param>
    public sealed record Command(
        PlanId Plan,
        IReadOnlyDictionary<string, IndicatorName> Names,
        IReadOnlyList<StandardFigure> Figures,
        IReadOnlyList<string> Gone) : IRequest, ICommand
    {
        string ICommand.Subject => Plan.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        private const int Most = 100_000;

        public Validator()
        {
            RuleFor(c => c.Names).Must(names => names.Values.All(n => n is { Text.Length: <= 120, English.Length: <= 120 }));
            RuleFor(c => c.Figures).Must(figures => figures.All(f => f.Value is >= -Most and <= Most));
        }
    }

    internal sealed class Handler(TitleDb db, ICurrentUser user, CommandJournal journal) : IRequestHandler<Command>
    {
        public async Task Handle(Command command, CancellationToken ct)
        {
            var plan = await db.FindPlanAsync(command.Plan, ct);
            var before = plan.StandardDraft?.Standard ?? plan.Standard;
            var after = command.Gone.Aggregate(before.With(command.Names, command.Figures), (standard, key) => standard.Without(key));
            plan.DraftStandard(after, user.Person!.Value);
            journal.Detail = string.Join(", ", after.Since(before).SelectMany(Told));
        }

        private static IEnumerable<string> Told(IndicatorChange change) => change switch
        {
            { After: null, Before: { } gone } => [$"− {gone.Key}"],
            { Figures.Count: > 0, After: { } item } => change.Figures.Select(f =>
                string.Create(CultureInfo.InvariantCulture, $"{item.Key}/{f.Part}: {f.Before} → {f.After}")),
            { After: { } renamed } => [$"{renamed.Key}: {renamed.Text}"],
            _ => [],
        };
    }
}
