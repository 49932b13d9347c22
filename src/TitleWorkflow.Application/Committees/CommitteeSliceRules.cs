using TitleWorkflow.Domain;

namespace TitleWorkflow.Application.Committees;

/// <summary>What is demanded of appointments beyond what a committee alone can tell.</summary>
public static class CommitteeSliceRules
{
    /// <summary>Members come from the pool, in term, of the committee's series and at least its level.</summary>
    public static readonly Rule FromPool = new(
        "committees.from-pool",
        "Every member is an expert of the pool, in term, of the committee's series and with a title of at least its level.",
        Source.Provisions());
}
