using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Experts;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Experts;

/// <summary>Shows the office its expert pool, by specialty, level, state and nominator (专家库).</summary>
public static class ListExperts
{
    /// <param name="Specialty">Only this specialty; null for all.</param>
    /// <param name="Level">Only titles of this level; null for all.</param>
    /// <param name="State">Only this state today; null for all.</param>
    /// <param name="FromEnterprise">Only those nominated by enterprises, or only others; null for all.</param>
    /// <param name="After">The last person of the page before; null for the first page.</param>
    /// <param name="Search">Part of a name or of an employer's; null for all.</param>
    public sealed record Query(
        string? Specialty = null,
        TitleLevel? Level = null,
        ExpertState? State = null,
        bool? FromEnterprise = null,
        PersonId? After = null,
        string? Search = null) : IRequest<Result>;

    /// <param name="Items">At most <see cref="PageSize"/>, in the order of nomination.</param>
    /// <param name="Next">To ask for the next page with; null on the last.</param>
    /// <param name="Total">How many there are on all pages.</param>
    /// <param name="Specialties">Every specialty in the pool.</param>
    /// <param name="Serving">How many serve today.</param>
    /// <param name="ServingFromEnterprises">How many of them were nominated by enterprises.</param>
    /// <param name="Waiting">How many stand in each state on the way into the pool.</param>
    public sealed record Result(
        IReadOnlyList<Row> Items,
        PersonId? Next,
        int Total,
        IReadOnlyList<string> Specialties,
        int Serving,
        int ServingFromEnterprises,
        IReadOnlyDictionary<ExpertState, int> Waiting);

    /// <param name="Expert">Who.</param>
    /// <param name="Name">Name.</param>
    /// <param name="Employer">Where the person works; null if not known.</param>
    /// <param name="Series">Series.</param>
    /// <param name="Specialty">Specialty.</param>
    /// <param name="Level">Level of the person's title.</param>
    /// <param name="FromEnterprise">Nominated by an enterprise.</param>
    /// <param name="State">State today.</param>
    /// <param name="TermTo">Last day of the term; null before appointment.</param>
    public sealed record Row(
        PersonId Expert,
        string Name,
        string? Employer,
        TitleSeries Series,
        string Specialty,
        TitleLevel Level,
        bool FromEnterprise,
        ExpertState State,
        DateOnly? TermTo);

    /// <summary>Rows per page.</summary>
    public const int PageSize = 20;

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(q => q.Specialty).MaximumLength(60);
            RuleFor(q => q.Search).MaximumLength(60);
            RuleFor(q => q.Level).IsInEnum();
            RuleFor(q => q.State).IsInEnum();
        }
    }

    internal sealed class Handler(TitleDb db, ICurrentUser user, TimeProvider clock) : IRequestHandler<Query, Result>
    {
        private readonly DateOnly today = clock.Today();

        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var pool = db.Experts.AsNoTracking().Where(e => db.PoolsOf(user).Contains(e.Unit));
            var found = Filter(pool, query);
            var rows = await After(found, query.After)
                .Join(db.People, e => e.Person, p => p.Id, (e, p) => new
                {
                    Expert = e,
                    p.Name,
                    Employer = db.Organisations.Where(o => o.Id == p.Employer).Select(o => o.Name).FirstOrDefault(),
                })
                .OrderBy(e => e.Expert.Person).Take(PageSize + 1)
                .ToListAsync(ct);
            var serving = await In(pool, ExpertState.Active).GroupBy(e => e.FromEnterprise)
                .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
            var waiting = await pool
                .Where(e => e.State == ExpertState.Nominated || e.State == ExpertState.Screened || e.State == ExpertState.InPublicity)
                .GroupBy(e => e.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
            return new Result(
                [
                    .. rows.Take(PageSize).Select(r => new Row(
                        r.Expert.Person, r.Name, r.Employer, r.Expert.Series, r.Expert.Specialty, r.Expert.Level,
                        r.Expert.FromEnterprise, r.Expert.StateOn(today), r.Expert.TermTo)),
                ],
                rows.Count > PageSize ? rows[PageSize - 1].Expert.Person : null,
                await found.CountAsync(ct),
                await pool.Select(e => e.Specialty).Distinct().OrderBy(s => s).ToListAsync(ct),
                serving.Values.Sum(), serving.GetValueOrDefault(true), waiting);
        }

        private static IQueryable<Expert> After(IQueryable<Expert> pool, PersonId? last) =>
            last is { } person ? pool.Where(e => e.Person.CompareTo(person) > 0) : pool;

        private IQueryable<Expert> Filter(IQueryable<Expert> pool, Query query)
        {
            if (query.Search?.Trim() is { Length: > 0 } part)
            {
                pool = pool.Where(e => db.People.Any(p => p.Id == e.Person
                    && (p.Name.Contains(part) || db.Organisations.Any(o => o.Id == p.Employer && o.Name.Contains(part)))));
            }

            return In(pool, query.State).Where(e =>
                (query.Specialty == null || e.Specialty == query.Specialty)
                && (query.Level == null || e.Level == query.Level)
                && (query.FromEnterprise == null || e.FromEnterprise == query.FromEnterprise));
        }

        // Two states are not stored: they follow from the term, as Expert.StateOn says.
        private IQueryable<Expert> In(IQueryable<Expert> pool, ExpertState? state) => state switch
        {
            null => pool,
            ExpertState.Active => pool.Where(e => e.State == ExpertState.Appointed && e.TermFrom <= today && e.TermTo >= today),
            ExpertState.Appointed => pool.Where(e => e.State == ExpertState.Appointed && e.TermFrom > today),
            ExpertState.Expired => pool.Where(e =>
                (e.State == ExpertState.Appointed || e.State == ExpertState.Suspended) && e.TermTo < today),
            ExpertState.Suspended => pool.Where(e => e.State == ExpertState.Suspended && e.TermTo >= today),
            _ => pool.Where(e => e.State == state),
        };
    }
}
