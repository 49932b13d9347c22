using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.Publicity;
using TitleWorkflow.Domain.WorkItems;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Publicity;

/// <summary>Shows an employer's personnel office its own publicity (单位公示), running and ended, with the proof of posting.</summary>
public static class ListEmployerPublicity
{
    /// <param name="Running">True for what is posted now, false for what is over.</param>
    /// <param name="After">The last notice of the page before; null for the first page.</param>
    public sealed record Query(bool Running, PublicityNoticeId? After = null) : IRequest<Result>;

    /// <param name="Items">At most <see cref="PageSize"/>: running ones by their end, ended ones the latest first.</param>
    /// <param name="Total">How many there are in all.</param>
    /// <param name="ToRecommend">How many persons wait for the recommendation, their publicity being over.</param>
    /// <param name="Next">To ask for the next page with; null on the last.</param>
    public sealed record Result(IReadOnlyList<Row> Items, int Total, int ToRecommend, PublicityNoticeId? Next);

    /// <param name="Notice">The notice.</param>
    /// <param name="Declaration">The case.</param>
    /// <param name="Number">The case's number.</param>
    /// <param name="Entry">What the notice says.</param>
    /// <param name="Window">From the day of posting to the last counted day.</param>
    /// <param name="PostedAt">When it was posted.</param>
    /// <param name="ClosedAt">When it was taken down; null while it runs.</param>
    /// <param name="Status">What became of it.</param>
    /// <param name="ContentHash">Proof of posting: SHA-256 over what was posted and when.</param>
    /// <param name="OpensAt">From when the recommendation is allowed.</param>
    /// <param name="IsHeld">Whether an objection to it is looked into.</param>
    /// <param name="Recommendation">The open task to recommend; null while it is not open, or done.</param>
    public sealed record Row(
        PublicityNoticeId Notice,
        DeclarationId Declaration,
        string Number,
        PublicityEntry Entry,
        PostedWindow Window,
        DateTimeOffset PostedAt,
        DateTimeOffset? ClosedAt,
        PublicityStatus Status,
        string ContentHash,
        DateTimeOffset OpensAt,
        bool IsHeld,
        WorkItemId? Recommendation);

    /// <summary>Rows per page.</summary>
    public const int PageSize = 20;

    private const string RecommendationForm = "recommendation";

    internal sealed class Handler(TitleDb db, ICurrentUser user) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            List<OrganisationId> mine =
                [.. user.Grants.Where(g => g.Role == Role.EmployerHr).Select(g => g.Organisation)];
            var notices =
                from notice in db.PublicityNotices
                where notice.Kind == PublicityKind.Employer && mine.Contains(notice.Poster)
                    && notice.Status == PublicityStatus.Running == query.Running
                join declaration in db.Declarations on notice.Declaration equals declaration.Id
                select new Post { Notice = notice, Number = declaration.Number };
            var page = await InOrder(notices, query.Running, await db.NoticeCursorAsync(query.After, ct))
                .Take(PageSize + 1)
                .Select(p => new
                {
                    p.Notice,
                    p.Number,
                    IsHeld = db.PublicityObjections.Any(o => o.Notice == p.Notice.Id && o.Status == ObjectionStatus.Open),

                    // After a return the name is posted again; only the latest notice leads on.
                    Task = db.PublicityNotices.Any(l => l.Declaration == p.Notice.Declaration
                        && l.Kind == PublicityKind.Employer && l.PostedAt > p.Notice.PostedAt)
                        ? null
                        : db.WorkItems.FirstOrDefault(w => w.Declaration == p.Notice.Declaration
                            && w.Form == RecommendationForm && w.Status == WorkItemStatus.Open),
                })
                .AsNoTracking().ToListAsync(ct);
            return new Result(
                [.. page.Take(PageSize).Select(p => RowOf(p.Notice, p.Number, p.IsHeld, p.Task))],
                await notices.CountAsync(ct),
                await db.WorkItems.CountAsync(
                    w => w.Form == RecommendationForm && w.Status == WorkItemStatus.Open
                        && db.Declarations.Any(d => d.Id == w.Declaration && mine.Contains(d.Employer)),
                    ct),
                page.Count > PageSize ? page[PageSize - 1].Notice.Id : null);
        }

        private static Row RowOf(PublicityNotice notice, string number, bool isHeld, WorkItem? task) => new(
            notice.Id, notice.Declaration, number, notice.Entry, PostedWindow.Of(notice), notice.PostedAt,
            notice.ClosedAt, notice.Status, notice.ContentHash, notice.EndsAt, isHeld, task?.Id);

        // Running ones by their end, ended ones the latest first.
        private static IQueryable<Post> InOrder(IQueryable<Post> notices, bool running, NoticeCursor? last)
        {
            if (last is var (day, number))
            {
                notices = notices.Where(p => (running ? p.Notice.LastDay > day : p.Notice.LastDay < day)
                    || (p.Notice.LastDay == day && string.Compare(p.Number, number) > 0));
            }

            return running
                ? notices.OrderBy(p => p.Notice.LastDay).ThenBy(p => p.Number)
                : notices.OrderByDescending(p => p.Notice.LastDay).ThenBy(p => p.Number);
        }
    }

    private sealed class Post
    {
        public required PublicityNotice Notice { get; init; }

        public required string Number { get; init; }
    }
}
