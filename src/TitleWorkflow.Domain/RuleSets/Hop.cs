using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;

namespace TitleWorkflow.Domain.RuleSets;

/// <summary>What an authority on the jurisdiction path does with a dossier (管辖路径).</summary>
public enum HopMode
{
    /// <summary>Vets it: passes it on, returns it by section, or refuses it.</summary>
    Vet,

    /// <summary>Only passes it on (转报).</summary>
    Forward,

    /// <summary>Never sees it.</summary>
    Skip,
}

/// <summary>One hop of the jurisdiction path: employer → town → district → city → province.</summary>
/// <param name="Level">Title level it counts for.</param>
/// <param name="At">Which authority.</param>
/// <param name="Mode">What it does.</param>
public sealed record Hop(TitleLevel Level, OrganisationKind At, HopMode Mode)
{
    /// <summary>The authorities above an employer, from the bottom up.</summary>
    public static IReadOnlyList<OrganisationKind> Authorities { get; } =
        [OrganisationKind.Town, OrganisationKind.District, OrganisationKind.City, OrganisationKind.Province];

    /// <summary>What an authority does where the rule set is silent: town, district and city vet, the province is left out.</summary>
    public static HopMode Usual(OrganisationKind at) => at == OrganisationKind.Province ? HopMode.Skip : HopMode.Vet;
}
