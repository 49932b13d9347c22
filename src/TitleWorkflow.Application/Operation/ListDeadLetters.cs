using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Persistence;
using TitleWorkflow.Persistence.Operation;

namespace TitleWorkflow.Application.Operation;

/// <summary>An administrator looks through the dead letters (死信), latest first.</summary>
public static class ListDeadLetters
{
    private const int PageSize = 50;

    /// <param name="After">The last letter already shown; null for the first page.</param>
    public sealed record Query(Guid? After = null) : IRequest<Result>;

    /// <param name="Items">Letters of this page.</param>
    /// <param name="Next">Where the next page begins; null if this is the last.</param>
    public sealed record Result(IReadOnlyList<Item> Items, Guid? Next);

    /// <param name="Letter">Identity.</param>
    /// <param name="Kind">What it was to do.</param>
    /// <param name="Key">Key of the row that was to be done.</param>
    /// <param name="Subject">What it is about: the instance of a wait or reminder, a mail's text key, a message's event.</param>
    /// <param name="Number">Number of the case whose instance it is about; null if it is about none.</param>
    /// <param name="Attempts">Attempts made.</param>
    /// <param name="Error">Why the last one failed.</param>
    /// <param name="At">When it was given up.</param>
    public sealed record Item(
        Guid Letter, DeadLetterKind Kind, string Key, string Subject, string? Number, int Attempts, string Error, DateTimeOffset At)
    {
        /// <summary>Whether the subject is an instance, to be looked at in its own place.</summary>
        public bool IsOfInstance => Kind is DeadLetterKind.Wait or DeadLetterKind.Reminder;

        /// <summary>Whether the subject is a notice's text, to be called by its title.</summary>
        public bool IsMail => Kind == DeadLetterKind.Mail;
    }

    internal static IQueryable<Item> Told(TitleDb db, IQueryable<DeadLetter> letters) => letters.AsNoTracking().Select(l => new Item(
        l.Id,
        l.Kind,
        l.Key,
        l.Subject,
        db.WorkflowInstances.Where(i => i.Id == l.Subject).Select(i => i.Name).FirstOrDefault(),
        l.Attempts,
        l.Error,
        l.At));

    internal sealed class Handler(TitleDb db) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var letters = query.After is { } after ? db.DeadLetters.Where(l => l.Id.CompareTo(after) < 0) : db.DeadLetters;
            var items = await Told(db, letters.OrderByDescending(l => l.Id).Take(PageSize + 1)).ToListAsync(ct);
            return items.Count > PageSize
                ? new Result(items[..PageSize], items[PageSize - 1].Letter)
                : new Result(items, null);
        }
    }
}
