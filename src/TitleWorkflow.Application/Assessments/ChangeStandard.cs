using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Assessments;

/// <summary>A designer gives a plan another scoring standard; dossiers submitted before keep theirs (赋分标准新版本).</summary>
public static class ChangeStandard
{
    /// <param name="Plan">The plan.</param>
    /// <param name="Items">The indicators, a tree of at most four levels.</param>
    /// <param name="TitleFact">The fact that says when the current title was obtained, <c>section/field</c>; null for none.</param>
    public sealed record Command(PlanId Plan, IReadOnlyList<ScoreItem> Items, string? TitleFact = null) : IRequest<Result>, ICommand
    {
        string ICommand.Subject => Plan.ToString();
    }

    /// <param name="Version">The new version's number.</param>
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

    internal sealed class Handler(TitleDb db, CommandJournal journal) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var plan = await db.Plans.SingleOrDefaultAsync(p => p.Id == command.Plan, ct) ?? throw new NotFoundException();
            plan.ChangeStandard(new ScoringStandard(command.Items, TitleFact: command.TitleFact));
            journal.Detail = $"v{plan.Standard.Version}";
            return new Result(plan.Standard.Version);
        }
    }
}
