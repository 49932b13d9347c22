using TitleWorkflow.Domain.Experts;

namespace TitleWorkflow.Application.Experts;

/// <summary>One line of the filter table: how many a filter removed, and who is left.</summary>
/// <param name="Filter">The filter.</param>
/// <param name="RemovedEnterprise">Removed, nominated by enterprises.</param>
/// <param name="RemovedOther">Removed, others.</param>
/// <param name="LeftEnterprise">Left, nominated by enterprises.</param>
/// <param name="LeftOther">Left, others.</param>
public sealed record DrawLine(
    DrawFilter Filter, int RemovedEnterprise, int RemovedOther, int LeftEnterprise, int LeftOther)
{
    /// <summary>Left in all.</summary>
    public int Left => LeftEnterprise + LeftOther;

    /// <summary>The table, counted back from those who are eligible.</summary>
    internal static IReadOnlyList<DrawLine> Table(
        IReadOnlyList<DrawExclusion> exclusions, IReadOnlyCollection<DrawCandidate> eligible)
    {
        var enterprise = eligible.Count(c => c.FromEnterprise);
        var other = eligible.Count - enterprise;
        return
        [
            .. exclusions.Select((e, i) => new DrawLine(
                e.Filter, e.Enterprise, e.Other,
                enterprise + exclusions.Skip(i + 1).Sum(x => x.Enterprise), other + exclusions.Skip(i + 1).Sum(x => x.Other))),
        ];
    }
}
