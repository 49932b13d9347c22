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
    /// <param name="Attempts">Attempts made.</param>
    /// <param name="Error">Why the last one failed.</param>
    /// <param name="At">When it was given up.</param>
    public sealed record Item(
        Guid Letter, DeadLetterKind Kind, string Key, string Subject, int Attempts, string Error, DateTimeOffset At);

    internal sealed class Handler(TitleDb db) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var letters = db.DeadLetters.AsNoTracking();
            var items = await (query.After is { } after ? letters.Where(l => l.Id.CompareTo(after) < 0) : letters)
                .OrderByDescending(l => l.Id)
                .Take(PageSize + 1)
                .Select(l => new Item(l.Id, l.Kind, l.Key, l.Subject, l.Attempts, l.Error, l.At))
                .ToListAsync(ct);
            return items.Count > PageSize
                ? new Result(items[..PageSize], items[PageSize - 1].Letter)
                : new Result(items, null);
        }
    }
}
