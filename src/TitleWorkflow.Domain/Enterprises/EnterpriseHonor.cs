using TitleWorkflow.Domain.Organisations;

namespace TitleWorkflow.Domain.Enterprises;

/// <summary>Identifies an honour.</summary>
public readonly record struct EnterpriseHonorId(Guid Value)
{
    /// <summary>A fresh, time-ordered id.</summary>
    public static EnterpriseHonorId New() => new(Guid.CreateVersion7());
}

/// <summary>What an enterprise is honoured as.</summary>
public enum HonorKind
{
    /// <summary>Specialised, refined, distinctive, novel SME (专精特新中小企业).</summary>
    SpecialisedSme,

    /// <summary>Manufacturing single champion (制造业单项冠军).</summary>
    SingleChampion,
}

/// <summary>Who gave an honour, from low to high.</summary>
public enum HonorLevel
{
    /// <summary>The province (省级).</summary>
    Provincial = 1,

    /// <summary>The nation (国家级).</summary>
    National = 2,
}

/// <summary>One honour of an enterprise's archive, live from a day to a day (both included).</summary>
public sealed class EnterpriseHonor : Aggregate
{
    private EnterpriseHonor()
    {
    }

    /// <summary>Identity.</summary>
    public EnterpriseHonorId Id { get; private set; }

    /// <summary>Whose honour it is.</summary>
    public OrganisationId Enterprise { get; private set; }

    /// <summary>As what.</summary>
    public HonorKind Kind { get; private set; }

    /// <summary>Who gave it.</summary>
    public HonorLevel Level { get; private set; }

    /// <summary>First day.</summary>
    public DateOnly From { get; private set; }

    /// <summary>Last day.</summary>
    public DateOnly To { get; private set; }

    /// <summary>Number of the list given jointly with the industry department (工信).</summary>
    public string ListNumber { get; private set; } = "";

    /// <summary>When it was registered.</summary>
    public DateTimeOffset RegisteredAt { get; private set; }

    /// <summary>Registers an honour from the joint list.</summary>
    /// <exception cref="RuleBrokenException">Not an enterprise, an impossible period, or no list.</exception>
    public static EnterpriseHonor Register(
        Organisation enterprise, HonorKind kind, HonorLevel level, DateOnly from, DateOnly to, string listNumber, DateTimeOffset now)
    {
        EnterpriseRules.HonorOfEnterprise.Require(enterprise.Kind == OrganisationKind.Enterprise);
        EnterpriseRules.HonorPeriod.Require(from <= to);
        EnterpriseRules.HonorListed.Require(!string.IsNullOrWhiteSpace(listNumber));
        return new EnterpriseHonor
        {
            Id = EnterpriseHonorId.New(),
            Enterprise = enterprise.Id,
            Kind = kind,
            Level = level,
            From = from,
            To = to,
            ListNumber = listNumber.Trim(),
            RegisteredAt = now,
        };
    }

    /// <summary>True from <see cref="From"/> to <see cref="To"/>, both included.</summary>
    public bool IsLiveOn(DateOnly day) => From <= day && day <= To;
}
