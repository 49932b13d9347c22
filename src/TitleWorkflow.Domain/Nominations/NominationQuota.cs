using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Enterprises;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.RuleSets;

namespace TitleWorkflow.Domain.Nominations;

/// <summary>Identifies an enterprise's quota of a year.</summary>
public readonly record struct NominationQuotaId(Guid Value)
{
    /// <summary>A fresh, time-ordered id.</summary>
    public static NominationQuotaId New() => new(Guid.CreateVersion7());
}

/// <summary>How far a slot is used.</summary>
public enum SlotState
{
    /// <summary>Held by a signature; free again if the case ends before acceptance.</summary>
    Reserved,

    /// <summary>Used for good by acceptance.</summary>
    Consumed,
}

/// <summary>One slot of a quota.</summary>
/// <param name="Nomination">Who holds it.</param>
/// <param name="Level">For which level.</param>
/// <param name="State">How far it is used.</param>
public sealed record QuotaSlot(NominationId Nomination, TitleLevel Level, SlotState State);

/// <summary>How many nominations an enterprise's honours give in a year.</summary>
/// <param name="Honor">The honour it rests on: of several the higher one, never their sum.</param>
/// <param name="Total">All nominations.</param>
/// <param name="FullSenior">Of those, at most so many for full senior titles.</param>
public sealed record NominationAllowance(HonorLevel Honor, int Total, int FullSenior)
{
    /// <summary>What honours live on every one of <paramref name="days"/> give; null if none is.</summary>
    public static NominationAllowance? Of(IEnumerable<EnterpriseHonor> honors, RuleSet rules, params IReadOnlyList<DateOnly> days)
    {
        var live = honors.Where(h => days.All(h.IsLiveOn)).Select(h => h.Level).ToList();
        return live.Count == 0 ? null : live.Max() switch
        {
            HonorLevel.National => new NominationAllowance(
                HonorLevel.National, rules[Parameter.NominationsNational], rules[Parameter.NominationsNationalFullSenior]),
            _ => new NominationAllowance(HonorLevel.Provincial, rules[Parameter.NominationsProvincial], 0),
        };
    }
}

/// <summary>
/// The nominations of one enterprise in one year. All signatures of an enterprise change this one record, so that of two in
/// the same instant one is told that it was changed meanwhile.
/// </summary>
public sealed class NominationQuota : Aggregate
{
    private NominationQuota()
    {
    }

    /// <summary>A year in which nothing has been signed yet.</summary>
    public NominationQuota(OrganisationId enterprise, int year)
    {
        Id = NominationQuotaId.New();
        Enterprise = enterprise;
        Year = year;
    }

    /// <summary>Identity.</summary>
    public NominationQuotaId Id { get; private set; }

    /// <summary>Whose.</summary>
    public OrganisationId Enterprise { get; private set; }

    /// <summary>Plan year.</summary>
    public int Year { get; private set; }

    /// <summary>The slots in use.</summary>
    public List<QuotaSlot> Slots { get; private set; } = [];

    /// <summary>Slots in use for full senior titles.</summary>
    public int FullSenior => Slots.Count(s => s.Level == TitleLevel.FullSenior);

    /// <summary>Every rule that forbids one more slot for <paramref name="level"/>; none if there is one.</summary>
    public IReadOnlyList<Rule> Refusals(TitleLevel level, NominationAllowance allowance)
    {
        var broken = new List<Rule>();
        if (level == TitleLevel.FullSenior && allowance.Honor == HonorLevel.Provincial)
        {
            broken.Add(NominationRules.ProvincialDeputySenior);
        }
        else if (level == TitleLevel.FullSenior && FullSenior >= allowance.FullSenior)
        {
            broken.Add(NominationRules.FullSeniorQuota);
        }

        if (Slots.Count >= allowance.Total)
        {
            broken.Add(NominationRules.YearlyQuota);
        }

        return broken;
    }

    /// <summary>Reserves a slot.</summary>
    /// <exception cref="RuleBrokenException">There is none.</exception>
    public void Reserve(NominationId nomination, TitleLevel level, NominationAllowance allowance)
    {
        if (Refusals(level, allowance) is { Count: > 0 } broken)
        {
            throw new RuleBrokenException([.. broken]);
        }

        Slots = [.. Slots, new QuotaSlot(nomination, level, SlotState.Reserved)];
    }

    /// <summary>Acceptance uses the slot up; it does not come back whatever becomes of the case.</summary>
    public void Consume(NominationId nomination) =>
        Slots = [.. Slots.Select(s => s.Nomination == nomination ? s with { State = SlotState.Consumed } : s)];

    /// <summary>Gives a reserved slot back; a consumed one stays.</summary>
    public void Release(NominationId nomination) =>
        Slots = [.. Slots.Where(s => s.Nomination != nomination || s.State == SlotState.Consumed)];
}
