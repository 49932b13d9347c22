using FluentValidation;
using MediatR;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Assessments;

/// <summary>A plan's scoring standard is written anew as a whole; it counts once a second person approves it (赋分标准新版本).</summary>
public static class DraftStandard
{
    /// <param name="Plan">The plan.</param>
    /// <param name="Items">The indicators, a tree of at most four levels.</param>
    /// <param name="TitleFact">The fact that says when the current title was obtained, <c>section/field</c>; null for none.</param>
    public sealed record Command(PlanId Plan, IReadOnlyList<ScoreItem> Items, string? TitleFact = null) : IRequest<Result>, ICommand
    {
        string ICommand.Subject => Plan.ToString();
    }

    /// <param name="Version">The number it shall have.</param>
    public sealed record Result(int Version);

    internal sealed class Validator : AbstractValidator<Command>
    {
        private const int Most = 300;

        public Validator()
        {
            RuleFor(c => c.Items).Must(items => IsWhole(items, 8) && new ScoringStandard(items).All().Count() <= Most);
            RuleFor(c => c.TitleFact).MaximumLength(120);
        }

        private static bool IsWhole(IReadOnlyList<ScoreItem>? items, int depth) =>
            items is not null && depth > 0 && items.Count <= Most && items.All(i =>
                i is { Key: { Length: <= 60 }, Text: { Length: > 0 and <= 120 }, English: { Length: > 0 and <= 120 } }
                && i.Rule?.Options?.All(o => o is { Key: not null, Text: not null, English: not null }) != false
                && (i.Items is null || IsWhole(i.Items, depth - 1)));
    }

    internal sealed class Handler(TitleDb db, ICurrentUser user, CommandJournal journal) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var plan = await db.FindPlanAsync(command.Plan, ct);
            plan.DraftStandard(new ScoringStandard(command.Items, TitleFact: command.TitleFact), user.Person!.Value);
            journal.Detail = $"v{plan.StandardDraft!.Standard.Version}";
            return new Result(plan.StandardDraft.Standard.Version);
        }
    }
}
