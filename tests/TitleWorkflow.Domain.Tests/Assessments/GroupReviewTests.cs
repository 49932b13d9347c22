using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Domain.Experts;
using TitleWorkflow.Domain.Organisations;

namespace TitleWorkflow.Domain.Tests.Assessments;

public sealed class GroupReviewTests
{
    private static readonly PersonId[] Members = [.. Enumerable.Range(0, 13).Select(_ => PersonId.New())];
    private static readonly DateTimeOffset Now = Qingtan.Time("2022-11-01");

    [Fact]
    public void Three_members_read_a_dossier() =>
        Assert.Equal(Members[..3], Assign(Members[..3]).Experts);

    [Fact]
    public void Two_members_are_too_few() => Refused.With(AssessmentRules.ThreeExperts, () => Assign(Members[..2]));

    [Fact]
    public void The_same_member_counts_once() =>
        Refused.With(AssessmentRules.ThreeExperts, () => Assign([Members[0], Members[1], Members[1]]));

    [Fact]
    public void Nobody_outside_the_committee_reads() =>
        Refused.With(AssessmentRules.ThreeExperts, () => Assign([Members[0], Members[1], PersonId.New()]));

    [Fact]
    public void Nobody_reads_their_own_dossier() =>
        Refused.With(AssessmentRules.ThreeExperts, () => Assign([.. Members[..3], A.Applicant.Id]));

    [Theory]
    [InlineData(1, 2, false)]
    [InlineData(1, 3, true)]
    [InlineData(5, 4, false)]
    [InlineData(5, 5, true)]
    public void A_rule_set_raises_the_minimum_and_never_lowers_it(int minimum, int experts, bool enough)
    {
        if (enough)
        {
            Assert.Equal(experts, Assign(Members[..experts], minimum).Experts.Count);
        }
        else
        {
            Refused.With(AssessmentRules.ThreeExperts, () => Assign(Members[..experts], minimum));
        }
    }

    [Fact]
    public void Who_leaves_is_replaced_and_does_not_come_back()
    {
        var review = Assign(Members[..3]);

        review.Recuse(Members[2], "与申报人合作专利");

        Refused.With(AssessmentRules.NotRecused, () => Complete(review, Members[2]));
        Refused.With(AssessmentRules.ThreeExperts, () => Complete(review));
        Refused.With(AssessmentRules.ThreeExperts, () => Complete(review, A.Applicant.Id));
        Complete(review, Members[3]);
        Assert.Equal([Members[0], Members[1], Members[3]], review.Experts);
    }

    [Fact]
    public void Nobody_leaves_without_a_reason_or_twice()
    {
        var review = Assign(Members[..3]);

        Refused.With(ExpertRules.RecusalNeedsReason, () => review.Recuse(Members[0], " "));
        review.Recuse(Members[0], "亲属");
        Refused.With(AssessmentRules.NotRecused, () => review.Recuse(Members[0], "亲属"));
    }

    private static void Complete(GroupReview review, params PersonId[] others) =>
        review.Complete(A.Declaration(), others, new HashSet<PersonId>([.. Members, A.Applicant.Id]), 3);

    private static GroupReview Assign(PersonId[] experts, int minimum = 3) =>
        GroupReview.Assign(A.Declaration(), experts, new HashSet<PersonId>([.. Members, A.Applicant.Id]), minimum, Now);
}
