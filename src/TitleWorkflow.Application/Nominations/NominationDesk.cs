using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Domain;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Nominations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Nominations;

/// <summary>What a signature rests on, and how slots follow the fate of declarations.</summary>
public sealed class NominationDesk(TitleDb db, TimeProvider clock)
{
    /// <summary>The year's slots of an enterprise; a fresh record, not yet tracked, if nothing was ever signed.</summary>
    internal async Task<NominationQuota> QuotaAsync(OrganisationId enterprise, int year, CancellationToken ct) =>
        await db.NominationQuotas.SingleOrDefaultAsync(q => q.Enterprise == enterprise && q.Year == year, ct)
        ?? new NominationQuota(enterprise, year);

    /// <summary>What the enterprise's honours give, on the day of a signature and on the plan's closing day.</summary>
    internal async Task<NominationAllowance?> AllowanceAsync(OrganisationId enterprise, AnnualPlan plan, DateOnly day, CancellationToken ct)
    {
        var honors = await db.EnterpriseHonors.AsNoTracking().Where(h => h.Enterprise == enterprise).ToListAsync(ct);
        var rules = await db.RuleSets.AsNoTracking().SingleAsync(r => r.Id == plan.RuleSet, ct);
        return NominationAllowance.Of(honors, rules, day, plan.ClosesOn);
    }

    /// <summary>Whether the enterprise or the signatory has lost the right to nominate.</summary>
    internal Task<bool> RightLostAsync(OrganisationId enterprise, PersonId signatory, DateOnly day, CancellationToken ct) =>
        db.NominationLiabilities.AnyAsync(
            l => (l.Enterprise == enterprise || l.Signatory == signatory) && l.From <= day && l.To >= day, ct);

    /// <summary>The nomination a declaration rests on, tracked; null if it rests on none.</summary>
    internal async Task<Nomination?> OfAsync(DeclarationId declaration, CancellationToken ct) =>
        db.Nominations.Local.FirstOrDefault(n => n.Declaration == declaration)
        ?? await db.Nominations.SingleOrDefaultAsync(n => n.Declaration == declaration, ct);

    /// <summary>A year's quota as it is shown, by the newest plan of the nomination channel in that year.</summary>
    internal async Task<QuotaLine> QuotaLineAsync(OrganisationId enterprise, DateOnly day, CancellationToken ct)
    {
        var plan = await db.Plans.AsNoTracking()
            .Where(p => p.Year == day.Year && p.Channel == Channel.SpecialisedNomination)
            .OrderByDescending(p => p.ClosesOn).FirstOrDefaultAsync(ct);
        return QuotaLine.Of(
            await QuotaAsync(enterprise, day.Year, ct),
            plan is null ? null : await AllowanceAsync(enterprise, plan, day, ct));
    }

    /// <summary>Acceptance uses a slot up, an earlier end frees it, an overturned lapse takes it anew.</summary>
    internal Task FollowAsync(IDomainEvent happened, CancellationToken ct) => happened switch
    {
        DeclarationAccepted { Channel: Channel.SpecialisedNomination } accepted =>
            ChangeAsync(accepted.Declaration, (n, quota) => n.Consume(quota), ct),
        DeclarationEnded { Channel: Channel.SpecialisedNomination } ended =>
            ChangeAsync(ended.Declaration, (n, quota) => n.Release(quota), ct),
        LapseOverturned overturned => RestoreAsync(overturned.Declaration, ct),
        _ => Task.CompletedTask,
    };

    private async Task ChangeAsync(DeclarationId declaration, Action<Nomination, NominationQuota> change, CancellationToken ct)
    {
        if (await OfAsync(declaration, ct) is { } nomination)
        {
            change(nomination, await QuotaAsync(nomination.Enterprise, nomination.Year, ct));
        }
    }

    private async Task RestoreAsync(DeclarationId declaration, CancellationToken ct)
    {
        if (await OfAsync(declaration, ct) is { Status: NominationStatus.Released } nomination)
        {
            var plan = await db.Plans.AsNoTracking().SingleAsync(p => p.Id == nomination.Plan, ct);
            nomination.Restore(
                await AllowanceAsync(nomination.Enterprise, plan, clock.Today(), ct),
                await QuotaAsync(nomination.Enterprise, nomination.Year, ct));
        }
    }
}
