using TitleWorkflow.Domain.Declarations;

namespace TitleWorkflow.Application.Declarations;

/// <summary>How many declarations have a status.</summary>
internal sealed record StatusCount(DeclarationStatus Status, int Count);

/// <summary>
/// Which statuses a phase of the list gathers. The assessment is one phase, so that no filter tells what its label does not.
/// </summary>
internal static class Phases
{
    public static DeclarationStatus[] Statuses(ListDeclarations.Phase phase) =>
        [.. Enum.GetValues<DeclarationStatus>().Where(s => Of(s) == phase)];

    /// <summary>How many declarations stand in each phase; every phase is there.</summary>
    public static IReadOnlyDictionary<ListDeclarations.Phase, int> Count(IEnumerable<StatusCount> counts)
    {
        var byPhase = counts.ToLookup(c => Of(c.Status), c => c.Count);
        return Enum.GetValues<ListDeclarations.Phase>().ToDictionary(p => p, p => byPhase[p].Sum());
    }

    private static ListDeclarations.Phase Of(DeclarationStatus status) => status switch
    {
        DeclarationStatus.Draft or DeclarationStatus.Returned or DeclarationStatus.SupplementPending
            => ListDeclarations.Phase.WithApplicant,
        < DeclarationStatus.Accepted => ListDeclarations.Phase.Review,
        DeclarationStatus.Accepted => ListDeclarations.Phase.Assessment,
        _ when Discretion.InsideAssessment.Contains(status) => ListDeclarations.Phase.Assessment,
        DeclarationStatus.ResultPublicity or DeclarationStatus.ObjectionHold => ListDeclarations.Phase.Publicity,
        DeclarationStatus.Confirming or DeclarationStatus.Filed or DeclarationStatus.CertificateIssued
            => ListDeclarations.Phase.Filing,
        _ => ListDeclarations.Phase.Ended,
    };
}
