using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Committees;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Committees;

/// <summary>Shows one committee: authorisation, members, and the experts of the pool it may be appointed from.</summary>
public static class GetCommittee
{
    /// <param name="Committee">The committee.</param>
    public sealed record Query(OrganisationId Committee) : IRequest<Result>;

    /// <param name="Committee">The committee.</param>
    /// <param name="Name">Chinese name.</param>
    /// <param name="EnglishName">Name on English pages; null where there is none.</param>
    /// <param name="OrganisingUnit">Who set it up.</param>
    /// <param name="Series">Series.</param>
    /// <param name="Specialty">Specialty, Chinese.</param>
    /// <param name="Level">Highest level it reviews.</param>
    /// <param name="Authorization">Its authorisation.</param>
    /// <param name="IsAuthorized">Whether the authorisation covers today.</param>
    /// <param name="Size">Members that count and vote, N.</param>
    /// <param name="MinimumSize">Smallest lawful size at its level.</param>
    /// <param name="Seats">Who sits in it, alternates last.</param>
    /// <param name="Pool">Experts that may be appointed; empty for readers who do not appoint.</param>
    public sealed record Result(
        OrganisationId Committee,
        string Name,
        string? EnglishName,
        string OrganisingUnit,
        TitleSeries Series,
        string Specialty,
        TitleLevel Level,
        CommitteeAuthorization Authorization,
        bool IsAuthorized,
        int Size,
        int MinimumSize,
        IReadOnlyList<Seat> Seats,
        IReadOnlyList<PoolExpert> Pool);

    /// <param name="Person">Who.</param>
    /// <param name="Name">Name.</param>
    /// <param name="Employer">Where the member works; null if not known.</param>
    /// <param name="Position">As what.</param>
    public sealed record Seat(PersonId Person, string Name, string? Employer, CommitteePosition Position);

    /// <param name="Person">Who.</param>
    /// <param name="Name">Name.</param>
    /// <param name="Employer">Where the expert works; null if not known.</param>
    /// <param name="Specialty">Specialty, Chinese.</param>
    /// <param name="Level">Level of the expert's title.</param>
    /// <param name="FromEnterprise">Nominated by an enterprise.</param>
    /// <param name="TermTo">Last day of the term.</param>
    public sealed record PoolExpert(
        PersonId Person, string Name, string? Employer, string Specialty, TitleLevel Level, bool FromEnterprise, DateOnly TermTo);

    internal sealed class Handler(TitleDb db, ICurrentUser user, TimeProvider clock) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var committee = await db.FindCommitteeAsync(user, query.Committee, ct);
            var own = await db.Organisations.AsNoTracking().SingleAsync(o => o.Id == committee.Id, ct);
            var unit = await db.Organisations.Where(o => o.Id == committee.OrganisingUnit).Select(o => o.Name).SingleAsync(ct);
            var people = committee.Seats.Select(s => s.Person).ToList();
            var named = await db.People.Where(p => people.Contains(p.Id))
                .Select(p => new
                {
                    p.Id,
                    p.Name,
                    Employer = db.Organisations.Where(o => o.Id == p.Employer).Select(o => o.Name).FirstOrDefault(),
                })
                .ToDictionaryAsync(p => p.Id, ct);
            return new Result(
                committee.Id, own.Name, own.EnglishName, unit, committee.Series, committee.Specialty, committee.Level,
                committee.Authorization, committee.TakesOnAt(clock.Today()),
                committee.Size, ReviewCommittee.MinimumSize(committee.Level),
                [.. committee.Seats.Select(s => new Seat(s.Person, named[s.Person].Name, named[s.Person].Employer, s.Position))],
                user.Appoints(committee) ? await PoolAsync(committee, ct) : []);
        }

        private async Task<List<PoolExpert>> PoolAsync(ReviewCommittee committee, CancellationToken ct)
        {
            var today = clock.Today();
            var pool = await db.Experts.AsNoTracking()
                .Where(e => e.Unit == committee.OrganisingUnit && e.Series == committee.Series
                    && e.TermFrom <= today && e.TermTo >= today)
                .Join(db.People, e => e.Person, p => p.Id, (e, p) => new
                {
                    Expert = e,
                    p.Name,
                    Employer = db.Organisations.Where(o => o.Id == p.Employer).Select(o => o.Name).FirstOrDefault(),
                })
                .ToListAsync(ct);

            // Levels are stored as words, so "at least" is asked here.
            return
            [
                .. pool.Where(e => e.Expert.ServesOn(today) && e.Expert.Level >= committee.Level).OrderBy(e => e.Employer).ThenBy(e => e.Name)
                    .Select(e => new PoolExpert(
                        e.Expert.Person, e.Name, e.Employer, e.Expert.Specialty, e.Expert.Level,
                        e.Expert.FromEnterprise, e.Expert.TermTo!.Value)),
            ];
        }
    }
}
