using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Operation;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Declarations;

/// <summary>Lists the declarations the person may see, the latest first; one's own, or those of one's office.</summary>
public static class ListDeclarations
{
    /// <summary>Which of them, by where they stand.</summary>
    public enum Phase
    {
        /// <summary>Being filled in, corrected or supplemented by the applicant.</summary>
        WithApplicant,

        /// <summary>With the employer or a competent department.</summary>
        Review,

        /// <summary>From acceptance to the signed result.</summary>
        Assessment,

        /// <summary>The result is posted.</summary>
        Publicity,

        /// <summary>Being confirmed, or confirmed.</summary>
        Filing,

        /// <summary>Ended without a title.</summary>
        Ended,
    }

    /// <param name="Mine">Only one's own declarations, drafts included.</param>
    /// <param name="Phase">Where they stand; null for all.</param>
    /// <param name="Search">Part of number, applicant's name or employer's name; null for all.</param>
    /// <param name="After">The number of the last row of the page before; null for the first page.</param>
    public sealed record Query(bool Mine = false, Phase? Phase = null, string? Search = null, string? After = null)
        : IRequest<Result>;

    /// <param name="Items">At most <see cref="PageSize"/>, the highest number first.</param>
    /// <param name="Next">To ask for the next page with; null on the last.</param>
    public sealed record Result(IReadOnlyList<Row> Items, string? Next);

    /// <param name="Declaration">The case.</param>
    /// <param name="Number">Its number.</param>
    /// <param name="Applicant">Who applies; to blind readers the number.</param>
    /// <param name="Employer">Where the applicant works; empty to blind readers.</param>
    /// <param name="EnglishEmployer">Its English name; null if it has none.</param>
    /// <param name="TitleName">The title applied for: 高级工程师.</param>
    /// <param name="Series">Series.</param>
    /// <param name="Level">Target level.</param>
    /// <param name="Specialty">Specialty, Chinese.</param>
    /// <param name="Year">Plan year.</param>
    /// <param name="Status">Name of the status; <see cref="Discretion.UnderReview"/> where the reader may know no more.</param>
    /// <param name="Stage">Its stage.</param>
    /// <param name="IsLive">False once it has ended.</param>
    /// <param name="SubmittedAt">When it was last submitted; null before.</param>
    /// <param name="DueOn">Last day of the present step; null if it has none or may not be known.</param>
    /// <param name="DaysLeft">Working days left, today included; null without a last day.</param>
    /// <param name="DaysOver">Working days since the last day; 0 while it is not over, null without one.</param>
    public sealed record Row(
        DeclarationId Declaration,
        string Number,
        string Applicant,
        string Employer,
        string? EnglishEmployer,
        string TitleName,
        TitleSeries Series,
        TitleLevel Level,
        string Specialty,
        int Year,
        string Status,
        Stage Stage,
        bool IsLive,
        DateTimeOffset? SubmittedAt,
        DateOnly? DueOn,
        int? DaysLeft,
        int? DaysOver);

    /// <summary>Rows per page.</summary>
    public const int PageSize = 20;

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(q => q.Phase).IsInEnum();
            RuleFor(q => q.Search).MaximumLength(60);
            RuleFor(q => q.After).MaximumLength(40);
        }
    }

    internal sealed class Handler(
        TitleDb db, ICurrentUser user, DeclarationAccess access, OfficialCalendar calendar, TimeProvider clock)
        : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var cases = query.Mine ? access.Own : await access.VisibleAsync(ct);
            List<DeclarationId> blind = query.Mine ? [] : [.. await access.ReadBlindAsync(ct)];
            var rows = await Narrow(cases, query, blind).OrderByDescending(d => d.Number).Take(PageSize + 1)
                .Select(d => new
                {
                    d.Id,
                    d.Number,
                    d.Applicant,
                    Name = db.People.Where(p => p.Id == d.Applicant).Select(p => p.Name).First(),
                    Employer = db.Organisations.Where(o => o.Id == d.Employer).Select(o => o.Name).First(),
                    English = db.Organisations.Where(o => o.Id == d.Employer).Select(o => o.EnglishName).First(),
                    d.Series,
                    d.Level,
                    d.Specialty,
                    d.Year,
                    d.Status,
                    d.Stage,
                    d.IsLive,
                    d.SubmittedAt,
                    d.DueOn,
                }).AsNoTracking().ToListAsync(ct);
            var days = await calendar.GetAsync(ct);
            var today = clock.Today();
            var asOffice = await access.SeenAsOfficeAsync([.. rows.Select(r => r.Id)], ct);
            return new Result(
                [
                    .. rows.Take(PageSize).Select(r =>
                    {
                        var sight = r.Applicant != user.Person && asOffice.Contains(r.Id) ? Sight.Office : Sight.Own;
                        var due = Discretion.TellsStep(sight, r.Status) ? r.DueOn : null;
                        var named = !blind.Contains(r.Id);
                        return new Row(
                            r.Id, r.Number, named ? r.Name : r.Number, named ? r.Employer : "", named ? r.English : null,
                            ProfessionalTitle.Name(r.Series, r.Level),
                            r.Series, r.Level, r.Specialty, r.Year, Discretion.StatusFor(sight, r.Status), r.Stage, r.IsLive,
                            r.SubmittedAt, due, due is { } last ? days.DaysLeft(today, last) : null,
                            due is { } past ? days.DaysOver(today, past) : null);
                    }),
                ],
                rows.Count > PageSize ? rows[PageSize - 1].Number : null);
        }

        private IQueryable<Declaration> Narrow(IQueryable<Declaration> cases, Query query, List<DeclarationId> blind)
        {
            if (query.Phase is { } phase)
            {
                var statuses = Phases.Statuses(phase);
                cases = cases.Where(d => statuses.Contains(d.Status));
            }

            if (query.Search?.Trim() is { Length: > 0 } text)
            {
                cases = cases.Where(d => d.Number.Contains(text)
                    || (!blind.Contains(d.Id)
                        && (db.People.Any(p => p.Id == d.Applicant && p.Name.Contains(text))
                            || db.Organisations.Any(o => o.Id == d.Employer && o.Name.Contains(text)))));
            }

            return query.After is { } after ? cases.Where(d => string.Compare(d.Number, after) < 0) : cases;
        }
    }
}
