using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Filing;

/// <summary>Shows an office the confirmed results and certificates of its committees or its city, with totals (备案与证书).</summary>
public static class ListFiling
{
    /// <param name="Search">Part of an applicant's or employer's name or of a number; null for all.</param>
    /// <param name="After">Number of the last declaration of the page before; null for the first page.</param>
    public sealed record Query(string? Search = null, string? After = null) : IRequest<Result>;

    /// <param name="Totals">Counted over everything the office answers for, not over the search.</param>
    /// <param name="Items">At most <see cref="PageSize"/>, by number, the latest first.</param>
    /// <param name="Matching">How many match the search.</param>
    /// <param name="Next">To ask for the next page with; null on the last.</param>
    public sealed record Result(Totals Totals, IReadOnlyList<Row> Items, int Matching, string? Next);

    /// <param name="InPublicity">Results posted now.</param>
    /// <param name="ToConfirm">Publicity over, not yet confirmed.</param>
    /// <param name="Confirmed">Confirmed, with or without a certificate.</param>
    /// <param name="Certificates">Certificates issued.</param>
    public sealed record Totals(int InPublicity, int ToConfirm, int Confirmed, int Certificates);

    /// <param name="Declaration">The case.</param>
    /// <param name="Number">The case's number.</param>
    /// <param name="Applicant">Who applied.</param>
    /// <param name="Employer">Where the applicant works.</param>
    /// <param name="Series">Series.</param>
    /// <param name="Specialty">Specialty, Chinese.</param>
    /// <param name="Level">Level.</param>
    /// <param name="Committee">Reviewing committee.</param>
    /// <param name="VotedOn">Day of the ballot.</param>
    /// <param name="ConfirmedOn">Day of confirmation.</param>
    /// <param name="ConfirmationNumber">Number of the confirming document.</param>
    /// <param name="Certificate">Number of the certificate; null until it is issued.</param>
    public sealed record Row(
        DeclarationId Declaration,
        string Number,
        string Applicant,
        string Employer,
        TitleSeries Series,
        string Specialty,
        TitleLevel Level,
        string Committee,
        DateOnly VotedOn,
        DateOnly ConfirmedOn,
        string ConfirmationNumber,
        string? Certificate);

    /// <summary>Rows per page.</summary>
    public const int PageSize = 20;

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(q => q.Search).MaximumLength(60);
            RuleFor(q => q.After).MaximumLength(40);
        }
    }

    internal sealed class Handler(TitleDb db, ICurrentUser user) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var mine = db.ResultsOf(user);
            var confirmed = mine.Where(d => d.ConfirmedAt != null);
            var matching = Search(confirmed, query.Search);
            var page = query.After is { } after
                ? matching.Where(d => string.Compare(d.Number, after) < 0)
                : matching;
            var rows = await page.OrderByDescending(d => d.Number).Take(PageSize + 1)
                .Select(d => new
                {
                    Case = d,
                    Applicant = db.People.Where(p => p.Id == d.Applicant).Select(p => p.Name).First(),
                    Employer = db.Organisations.Where(o => o.Id == d.Employer).Select(o => o.Name).First(),
                    Committee = db.Organisations.Where(o => o.Id == d.Committee).Select(o => o.Name).First(),
                    Certificate = db.Certificates.Where(c => c.Declaration == d.Id).Select(c => c.Number).FirstOrDefault(),
                })
                .Select(r => new
                {
                    r.Case.Id,
                    r.Case.Number,
                    r.Applicant,
                    r.Employer,
                    r.Case.Series,
                    r.Case.Specialty,
                    r.Case.Level,
                    r.Committee,
                    r.Case.VotedOn,
                    r.Case.ConfirmedAt,
                    r.Case.ConfirmationNumber,
                    r.Certificate,
                })
                .ToListAsync(ct);
            return new Result(
                await CountAsync(mine, confirmed, ct),
                [
                    .. rows.Take(PageSize).Select(r => new Row(
                        r.Id, r.Number, r.Applicant, r.Employer, r.Series, r.Specialty, r.Level, r.Committee,
                        r.VotedOn!.Value, r.ConfirmedAt!.Value.LegalDate(), r.ConfirmationNumber!, r.Certificate)),
                ],
                await matching.CountAsync(ct),
                rows.Count > PageSize ? rows[PageSize - 1].Number : null);
        }

        private IQueryable<Declaration> Search(IQueryable<Declaration> confirmed, string? search) =>
            search?.Trim() is { Length: > 0 } text
                ? confirmed.Where(d => d.Number.Contains(text)
                    || d.ConfirmationNumber!.Contains(text)
                    || db.People.Any(p => p.Id == d.Applicant && p.Name.Contains(text))
                    || db.Organisations.Any(o => o.Id == d.Employer && o.Name.Contains(text))
                    || db.Certificates.Any(c => c.Declaration == d.Id && c.Number.Contains(text)))
                : confirmed;

        private async Task<Totals> CountAsync(
            IQueryable<Declaration> mine, IQueryable<Declaration> confirmed, CancellationToken ct) => new(
            await mine.CountAsync(d => d.Status == DeclarationStatus.ResultPublicity, ct),
            await mine.CountAsync(d => d.Status == DeclarationStatus.Confirming, ct),
            await confirmed.CountAsync(ct),
            await confirmed.CountAsync(d => db.Certificates.Any(c => c.Declaration == d.Id), ct));
    }
}
