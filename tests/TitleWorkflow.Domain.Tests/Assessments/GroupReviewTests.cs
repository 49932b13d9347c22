using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Domain.Assessments.Assigning;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Experts;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.Tests.Declarations;

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

    [Fact]
    public void The_office_replaces_a_reader_for_a_reason_and_the_others_stay()
    {
        var (dossier, review) = Read();

        Replace(dossier, review, Members[2], Members[3]);

        Assert.Equal([Members[0], Members[1], Members[3]], review.Experts);
        Assert.Equal([new ReaderReplacement(Members[2], Members[3], "出差", Now)], review.Replacements);
    }

    [Fact]
    public void Nobody_is_replaced_without_a_reason_or_after_handing_in()
    {
        var (dossier, review) = Read();

        Refused.With(AssignmentRules.UndoingReasoned, () => Replace(dossier, review, Members[2], Members[3], " "));
        Refused.With(AssignmentRules.HandedInStays, () => Replace(dossier, review, Members[0], Members[3]));
    }

    [Fact]
    public void Who_steps_in_is_a_member_who_has_nothing_to_do_with_the_dossier_yet()
    {
        var (dossier, review) = Read();
        Replace(dossier, review, Members[2], Members[3]);
        review.Recuse(Members[3], "亲属");
        Complete(review, Members[4]);

        Refused.With(AssignmentRules.FreshReader, () => Replace(dossier, review, Members[1], Members[0]));
        Refused.With(AssignmentRules.FreshReader, () => Replace(dossier, review, Members[1], Members[2]));
        Refused.With(AssessmentRules.NotRecused, () => Replace(dossier, review, Members[1], Members[3]));
        Refused.With(AssessmentRules.ThreeExperts, () => Replace(dossier, review, Members[1], A.Applicant.Id));
        Refused.With(AssessmentRules.ThreeExperts, () => Replace(dossier, review, Members[1], PersonId.New()));
    }

    [Fact]
    public void A_group_that_lost_a_reader_is_filled_up_before_another_is_replaced()
    {
        var (dossier, review) = Read();
        review.Recuse(Members[2], "亲属");

        Refused.With(AssessmentRules.ThreeExperts, () => Replace(dossier, review, Members[1], Members[3]));
    }

    [Fact]
    public void An_assignment_is_undone_for_a_reason_before_anybody_has_handed_in()
    {
        var (dossier, review) = Read();

        Refused.With(AssignmentRules.UndoingReasoned, () => review.Undo(dossier, "", 0, Now));
        Refused.With(AssignmentRules.NothingHandedIn, () => review.Undo(dossier, "分派有误", 1, Now));
        review.Undo(dossier, "分派有误", 0, Now);

        Assert.Equal((Now, "分派有误"), (review.UndoneAt, review.UndoneBecause));
    }

    [Fact]
    public void Nothing_is_changed_about_readers_of_a_dossier_that_is_not_with_them()
    {
        var (dossier, review) = Read();
        review.Undo(dossier, "分派有误", 0, Now);
        var (elsewhere, other) = Read();
        elsewhere.In(DeclarationStatus.CommitteeFormed, Stage.Assessment);

        Refused.With(AssignmentRules.BeingRead, () => review.Undo(dossier, "分派有误", 0, Now));
        Refused.With(AssignmentRules.BeingRead, () => Replace(dossier, review, Members[2], Members[3]));
        Refused.With(AssignmentRules.BeingRead, () => other.Undo(elsewhere, "分派有误", 0, Now));
        Refused.With(AssignmentRules.BeingRead, () => other.Undo(dossier, "分派有误", 0, Now));
    }

    private static (Declaration Dossier, GroupReview Review) Read()
    {
        var dossier = A.Declaration().Accepted();
        var review = GroupReview.Assign(dossier, Members[..3], Members.ToHashSet(), 3, Now);
        return (dossier.In(DeclarationStatus.UnderGroupReview, Stage.Assessment), review);
    }

    // The first of the readers has handed in.
    private static void Replace(Declaration dossier, GroupReview review, PersonId from, PersonId to, string reason = "出差") =>
        review.Replace(
            dossier, from, to, reason, new HashSet<PersonId>([.. Members, A.Applicant.Id]), new HashSet<PersonId> { Members[0] }, 3, Now);

    private static void Complete(GroupReview review, params PersonId[] others) =>
        review.Complete(A.Declaration(), others, new HashSet<PersonId>([.. Members, A.Applicant.Id]), 3);

    private static GroupReview Assign(PersonId[] experts, int minimum = 3) =>
        GroupReview.Assign(A.Declaration(), experts, new HashSet<PersonId>([.. Members, A.Applicant.Id]), minimum, Now);
}
