using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Domain.Committees;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Assessments;

/// <summary>Shows the office who reads which dossier and whether they have handed in; never what they gave (评议进度).</summary>
public static class ListReadings
{
    /// <param name="Committee">The committee.</param>
    public sealed record Query(OrganisationId Committee) : IRequest<Result>;

    /// <param name="Name">Chinese name of the committee.</param>
    /// <param name="EnglishName">Its name on English pages; null where there is none.</param>
    /// <param name="Members">Everybody who may be asked to read, by name.</param>
    /// <param name="Items">What is being read, by number.</param>
    public sealed record Result(string Name, string? EnglishName, IReadOnlyList<Member> Members, IReadOnlyList<Row> Items);

    /// <param name="Person">Who.</param>
    /// <param name="Name">The name.</param>
    public sealed record Member(PersonId Person, string Name);

    /// <param name="Declaration">The dossier.</param>
    /// <param name="Number">Its number.</param>
    /// <param name="Applicant">Who applies.</param>
    /// <param name="Employer">Where the applicant works.</param>
    /// <param name="AssignedAt">When it was assigned.</param>
    /// <param name="Round">1, or 2 while it is discussed again.</param>
    /// <param name="Readers">Who reads it.</param>
    /// <param name="Unfit">Members who may not step in: in conflict, reading it already, or replaced on it.</param>
    /// <param name="Replacements">Who was replaced, and why.</param>
    /// <param name="MayBeUndone">Whether nobody has handed in anything.</param>
    public sealed record Row(
        DeclarationId Declaration,
        string Number,
        string Applicant,
        string Employer,
        DateTimeOffset AssignedAt,
        int Round,
        IReadOnlyList<Reader> Readers,
        IReadOnlyList<PersonId> Unfit,
        IReadOnlyList<Replacement> Replacements,
        bool MayBeUndone);

    /// <param name="Person">Who.</param>
    /// <param name="Name">The name.</param>
    /// <param name="HasHandedIn">Whether the sheet of this round is in.</param>
    public sealed record Reader(PersonId Person, string Name, bool HasHandedIn);

    /// <param name="From">Who read before.</param>
    /// <param name="To">Who reads instead.</param>
    /// <param name="Reason">Why.</param>
    /// <param name="At">When.</param>
    public sealed record Replacement(string From, string To, string Reason, DateTimeOffset At);

    internal sealed class Handler(TitleDb db, ReadingDesk desk, TimeProvider clock) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var (committee, _) = await desk.CommitteeAsync(query.Committee, ct);
            var office = await db.Organisations.Where(o => o.Id == committee.Id).Select(o => new { o.Name, o.EnglishName }).SingleAsync(ct);
            var read = db.Declarations.Where(d => d.Committee == committee.Id && d.Status == DeclarationStatus.UnderGroupReview);
            var dossiers = await read.OrderBy(d => d.Number)
                .Select(d => new { d.Id, d.Number, d.ApplicantName, Employer = db.Organisations.Where(o => o.Id == d.Employer).Select(o => o.Name).First() })
                .ToListAsync(ct);
            var reviews = (await db.GroupReviews.AsNoTracking()
                    .Where(r => r.UndoneAt == null && read.Any(d => d.Id == r.Declaration)).ToListAsync(ct))
                .GroupBy(r => r.Declaration).ToDictionary(g => g.Key, g => g.MaxBy(r => r.AssignedAt)!);
            var names = await NamesAsync(committee, reviews.Values, ct);
            var sheets = (await db.ScoreSheets.Where(s => db.GroupReviews.Any(r =>
                        r.Id == s.Review && r.UndoneAt == null && read.Any(d => d.Id == r.Declaration)))
                    .Select(s => new { s.Review, s.Expert, s.Round }).ToListAsync(ct))
                .ToLookup(s => s.Review, s => (s.Expert, s.Round));
            var excluded = (await new AssignmentFacts(db, clock).CasesAsync(committee, [.. dossiers.Select(d => d.Id)], ct))
                .ToDictionary(c => c.Declaration, c => c.Excluded);
            return new Result(
                office.Name,
                office.EnglishName,
                [.. committee.Members.Select(m => new Member(m.Person, names[m.Person])).OrderBy(m => m.Name, StringComparer.Ordinal)],
                [
                    .. dossiers.Where(d => reviews.ContainsKey(d.Id)).Select(d => (Dossier: d, Review: reviews[d.Id])).Select(x => new Row(
                        x.Dossier.Id, x.Dossier.Number, x.Dossier.ApplicantName, x.Dossier.Employer, x.Review.AssignedAt, x.Review.Round,
                        [.. x.Review.Experts.Select(e => new Reader(e, names[e], sheets[x.Review.Id].Contains((e, x.Review.Round))))],
                        [
                            .. committee.Members.Select(m => m.Person).Where(m => excluded[x.Dossier.Id].Contains(m)
                                || x.Review.Experts.Contains(m) || x.Review.Replacements.Exists(r => r.From == m)),
                        ],
                        [.. x.Review.Replacements.Select(r => new Replacement(names[r.From], names[r.To], r.Reason, r.At))],
                        !sheets[x.Review.Id].Any())),
                ]);
        }

        // Whoever reads may have left the committee since.
        private async Task<Dictionary<PersonId, string>> NamesAsync(
            ReviewCommittee committee, IReadOnlyCollection<GroupReview> reviews, CancellationToken ct)
        {
            List<PersonId> people =
            [
                .. committee.Members.Select(m => m.Person)
                    .Concat(reviews.SelectMany(r => r.Experts.Concat(r.Replacements.SelectMany(x => new[] { x.From, x.To })))).Distinct(),
            ];
            return await db.People.Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, ct);
        }
    }
}
