using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Notices;

/// <summary>Shows a person's notices (通知), newest first.</summary>
public static class ListNotices
{
    /// <param name="After">The last notice of the page before; null for the first page.</param>
    public sealed record Query(Guid? After = null) : IRequest<Result>;

    /// <param name="Items">At most <see cref="PageSize"/>.</param>
    /// <param name="Unread">How many of all are not read yet.</param>
    /// <param name="Next">To ask for the next page with; null on the last.</param>
    public sealed record Result(IReadOnlyList<Row> Items, int Unread, Guid? Next);

    /// <param name="Notice">The notice.</param>
    /// <param name="Text">Text key.</param>
    /// <param name="Values">Values for the text's places, in order.</param>
    /// <param name="Link">Page it leads to; null if none.</param>
    /// <param name="At">When it was written.</param>
    /// <param name="IsRead">Whether it was read.</param>
    public sealed record Row(
        Guid Notice, string Text, IReadOnlyList<string> Values, string? Link, DateTimeOffset At, bool IsRead);

    /// <summary>Rows per page.</summary>
    public const int PageSize = 25;

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => RuleFor(q => q.After).NotEqual(Guid.Empty);
    }

    internal sealed class Handler(TitleDb db, ICurrentUser user) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var mine = db.Notices.AsNoTracking().Where(n => n.Person == user.Person);
            var rows = await (query.After is { } after ? mine.Where(n => n.Id.CompareTo(after) < 0) : mine)
                .OrderByDescending(n => n.Id).Take(PageSize + 1)
                .Select(n => new Row(n.Id, n.Text, n.Values, n.Link, n.At, n.ReadAt != null))
                .ToListAsync(ct);
            return new Result(
                [.. rows.Take(PageSize)],
                await mine.CountAsync(n => n.ReadAt == null, ct),
                rows.Count > PageSize ? rows[PageSize - 1].Notice : null);
        }
    }
}
