using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.Publicity;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Publicity;

/// <summary>Shows the public the results that are posted today (评审结果公示), and nothing of a person but what the notice says.</summary>
public static class ListPublicity
{
    /// <param name="Search">Part of a name or of an employer's name; null for all.</param>
    /// <param name="Specialty">One specialty, Chinese; null for all.</param>
    /// <param name="After">The last notice of the page before; null for the first page.</param>
    public sealed record Query(string? Search = null, string? Specialty = null, PublicityNoticeId? After = null)
        : IRequest<Result>;

    /// <param name="Items">At most <see cref="PageSize"/>, the one that ends first at the top.</param>
    /// <param name="Total">How many match in all.</param>
    /// <param name="Specialties">Specialties among the notices posted today.</param>
    /// <param name="Next">To ask for the next page with; null on the last.</param>
    public sealed record Result(
        IReadOnlyList<PostedName> Items, int Total, IReadOnlyList<string> Specialties, PublicityNoticeId? Next);

    /// <summary>Rows per page.</summary>
    public const int PageSize = 20;

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(q => q.Search).MaximumLength(60);
            RuleFor(q => q.Specialty).MaximumLength(60);
        }
    }

    internal sealed class Handler(TitleDb db, TimeProvider clock) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var posted = Posted();
            var matching = posted;
            if (query.Search?.Trim() is { Length: > 0 } search)
            {
                matching = matching.Where(p => p.Applicant.Name.Contains(search) || p.Employer.Name.Contains(search));
            }

            if (query.Specialty is { Length: > 0 } specialty)
            {
                matching = matching.Where(p => p.Declaration.Specialty == specialty);
            }

            var page = await After(matching, await db.NoticeCursorAsync(query.After, ct))
                .OrderBy(p => p.Notice.LastDay).ThenBy(p => p.Declaration.Number)
                .Take(PageSize + 1)
                .Select(p => new { p.Notice, p.Poster })
                .AsNoTracking().ToListAsync(ct);
            return new Result(
                [.. page.Take(PageSize).Select(p => PostedName.Of(p.Notice, p.Poster))],
                await matching.CountAsync(ct),
                await posted.Select(p => p.Declaration.Specialty).Distinct().Order().ToListAsync(ct),
                page.Count > PageSize ? page[PageSize - 1].Notice.Id : null);
        }

        // A notice is gone with its last day, even if the clock's work is late.
        private IQueryable<Post> Posted()
        {
            var today = clock.Today();
            return from notice in db.PublicityNotices
                   where notice.Kind == PublicityKind.Result && notice.Status == PublicityStatus.Running
                       && notice.LastDay >= today
                   join declaration in db.Declarations on notice.Declaration equals declaration.Id
                   join applicant in db.People on declaration.Applicant equals applicant.Id
                   join employer in db.Organisations on declaration.Employer equals employer.Id
                   join poster in db.Organisations on notice.Poster equals poster.Id
                   select new Post
                   {
                       Notice = notice,
                       Declaration = declaration,
                       Applicant = applicant,
                       Employer = employer,
                       Poster = poster,
                   };
        }

        private static IQueryable<Post> After(IQueryable<Post> posts, NoticeCursor? last) => last is var (day, number)
            ? posts.Where(p => p.Notice.LastDay > day
                || (p.Notice.LastDay == day && string.Compare(p.Declaration.Number, number) > 0))
            : posts;
    }

    private sealed class Post
    {
        public required PublicityNotice Notice { get; init; }

        public required Declaration Declaration { get; init; }

        public required Person Applicant { get; init; }

        public required Organisation Employer { get; init; }

        public required Organisation Poster { get; init; }
    }
}
