using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Committees;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Assessments.Defences;
using TitleWorkflow.Domain.Committees;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Assessments;

/// <summary>Reads what schedules of oral defences go by: whose office asks, who can be heard, who reads what now.</summary>
internal sealed class DefenceFacts(TitleDb db, ICurrentUser user)
{
    /// <summary>The committee whose office the user is of.</summary>
    /// <exception cref="NotFoundException">There is none, or the user is somebody else.</exception>
    public async Task<ReviewCommittee> CommitteeAsync(OrganisationId id, CancellationToken ct)
    {
        var committee = await db.FindCommitteeAsync(user, id, ct);
        return user.Has(Role.CommitteeOffice, committee.Id) ? committee : throw new NotFoundException();
    }

    /// <summary>A schedule of the user's committee and its defences, tracked, with their readers of now, by time and room.</summary>
    /// <exception cref="NotFoundException">There is none, or the user is somebody else.</exception>
    public async Task<(DefenceSchedule Schedule, IReadOnlyList<HeardBy> Defences)> FindAsync(DefenceScheduleId id, CancellationToken ct)
    {
        var schedule = await db.DefenceSchedules.SingleOrDefaultAsync(s => s.Id == id, ct) ?? throw new NotFoundException();
        await CommitteeAsync(schedule.Committee, ct);
        var defences = await db.OralDefences.Where(d => d.Schedule == id).ToListAsync(ct);
        var readers = await ReadersAsync([.. defences.Select(d => d.Declaration)], ct);
        return (schedule, [
            .. defences.OrderBy(d => d.StartsAt).ThenBy(d => d.Room, StringComparer.Ordinal)
                .Select(d => new HeardBy(d, readers.GetValueOrDefault(d.Declaration) ?? [])),
        ]);
    }

    /// <summary>One defence of such a schedule.</summary>
    /// <exception cref="NotFoundException">It is not on the schedule.</exception>
    public async Task<(DefenceSchedule Schedule, IReadOnlyList<HeardBy> All, OralDefence Defence)> FindAsync(
        DefenceScheduleId id, DeclarationId declaration, CancellationToken ct)
    {
        var (schedule, all) = await FindAsync(id, ct);
        return (schedule, all, all.FirstOrDefault(h => h.Defence.Declaration == declaration)?.Defence ?? throw new NotFoundException());
    }

    /// <summary>Dossiers of the committee that are with their readers and on no schedule, by number.</summary>
    public IQueryable<Declaration> Waiting(OrganisationId committee) => db.Declarations.AsNoTracking()
        .Where(d => d.Committee == committee && d.Status == DeclarationStatus.UnderGroupReview
            && !db.OralDefences.Any(o => o.Declaration == d.Id && o.Outcome == DefenceOutcome.Awaited))
        .OrderBy(d => d.Number);

    /// <summary>Who reads each dossier now; whoever left it for an interest is not among them.</summary>
    public async Task<Dictionary<DeclarationId, IReadOnlyList<PersonId>>> ReadersAsync(
        IReadOnlyCollection<DeclarationId> declarations, CancellationToken ct) =>
        (await db.GroupReviews.AsNoTracking().Where(r => declarations.Contains(r.Declaration) && r.UndoneAt == null).ToListAsync(ct))
        .GroupBy(r => r.Declaration)
        .ToDictionary(g => g.Key, IReadOnlyList<PersonId> (g) => g.MaxBy(r => r.AssignedAt)!.Experts);

    /// <summary>Lays out those of the chosen that can be heard, in the order of their numbers.</summary>
    public async Task<DefenceLayout> LayOutAsync(
        OrganisationId committee, DefenceDay day, IReadOnlyCollection<DeclarationId> chosen, CancellationToken ct)
    {
        var ids = (await Waiting(committee).Select(d => d.Id).ToListAsync(ct)).Where(chosen.Contains).ToList();
        var readers = await ReadersAsync(ids, ct);
        DefenceRules.Waiting.Require(ids.Count == chosen.Count && ids.TrueForAll(readers.ContainsKey));
        return DefenceLayout.Of([.. ids.Select(i => new DefenceCandidate(i, readers[i]))], day);
    }
}
