using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Application.WorkItems;
using TitleWorkflow.Domain;
using TitleWorkflow.Domain.WorkItems;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Reviews;

/// <summary>
/// An authority vets several declarations at once, each with an outcome and a reason of its own (批量审核). Each is done in a commit
/// of its own; what is refused holds up none of the others.
/// </summary>
public static class VetTogether
{
    /// <summary>Forms of the tasks that can be done together.</summary>
    public static readonly IReadOnlyList<string> Forms = [CheckForm.Vetting, CheckForm.Forwarding];

    /// <summary>Most at once.</summary>
    public const int Most = 25;

    /// <param name="Rows">What is done, 1 to <see cref="Most"/>.</param>
    public sealed record Command(IReadOnlyList<Row> Rows) : IRequest<Result>;

    /// <param name="WorkItem">The task.</param>
    /// <param name="Outcome">One of its outcomes.</param>
    /// <param name="Comment">Opinion; required by outcomes that need a reason.</param>
    public sealed record Row(WorkItemId WorkItem, string Outcome, string? Comment);

    /// <param name="Rows">What became of each, in the order sent.</param>
    public sealed record Result(IReadOnlyList<Answered> Rows);

    /// <param name="WorkItem">The task.</param>
    /// <param name="Refusal">Why it was not done: what doing it alone would have thrown; null if it was done.</param>
    public sealed record Answered(WorkItemId WorkItem, Exception? Refusal);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(r => r.Rows).NotEmpty().Must(rows => rows is null || rows.Count <= Most);
    }

    internal sealed class Handler(TitleDb db, ISender sender, ICurrentUser user) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var ids = command.Rows.Select(r => r.WorkItem).ToList();
            var items = await db.WorkItems.AsNoTracking().Where(w => ids.Contains(w.Id)).ToDictionaryAsync(w => w.Id, ct);
            var answered = new List<Answered>();
            foreach (var row in command.Rows)
            {
                answered.Add(new Answered(row.WorkItem, await VetAsync(row, items.GetValueOrDefault(row.WorkItem), ct)));
            }

            return new Result(answered);
        }

        private async Task<Exception?> VetAsync(Row row, WorkItem? item, CancellationToken ct)
        {
            try
            {
                WorkItemSliceRules.VettedTogether.Require(
                    item is null || !WorkItemAccess.MayDo(user, item) || Forms.Contains(item.Form));
                await sender.Send(new CompleteWorkItem.Command(row.WorkItem, row.Outcome, row.Comment) { IsOneOfMany = true }, ct);
                return null;
            }
            catch (Exception refusal)
                when (refusal is RuleBrokenException or ValidationException or NotFoundException or DbUpdateConcurrencyException)
            {
                return refusal;
            }
        }
    }
}
