using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;

namespace TitleWorkflow.Domain.Assessments;

/// <summary>Posts a public institution has free under a plan (岗位职数): no more of its people pass.</summary>
public sealed class PostQuota : Aggregate
{
    private PostQuota()
    {
    }

    /// <summary>A new quota.</summary>
    /// <exception cref="RuleBrokenException">Below zero.</exception>
    public PostQuota(PlanId plan, OrganisationId employer, int posts)
    {
        Plan = plan;
        Employer = employer;
        Change(posts);
    }

    /// <summary>The plan.</summary>
    public PlanId Plan { get; private set; }

    /// <summary>The public institution.</summary>
    public OrganisationId Employer { get; private set; }

    /// <summary>Free posts, from 0.</summary>
    public int Posts { get; private set; }

    /// <summary>States another number of posts.</summary>
    /// <exception cref="RuleBrokenException">Below zero.</exception>
    public void Change(int posts)
    {
        CapRules.QuotaWhole.Require(posts >= 0);
        Posts = posts;
    }
}
