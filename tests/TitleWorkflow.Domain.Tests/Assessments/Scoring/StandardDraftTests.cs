using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Domain.Assessments.Scoring;
using TitleWorkflow.Domain.Organisations;

namespace TitleWorkflow.Domain.Tests.Assessments.Scoring;

public sealed class StandardDraftTests
{
    private static readonly PersonId Author = PersonId.New();
    private static readonly PersonId Second = PersonId.New();
    private static readonly Dictionary<string, IndicatorName> NoNames = [];

    [Fact]
    public void A_draft_counts_once_a_second_person_approves_it()
    {
        var plan = A.Plan();
        var before = plan.Standard;

        plan.DraftStandard(It.Standard, Author);
        Assert.Same(before, plan.Standard);
        Refused.With(ScoringRules.StandardSecondPerson, () => plan.ApproveStandard(plan.Version, Author));
        plan.ApproveStandard(plan.Version, Second);

        Assert.Equal((before.Version + 1, It.Standard.Items), (plan.Standard.Version, plan.Standard.Items));
        Assert.Null(plan.StandardDraft);
    }

    [Fact]
    public void Whoever_changes_a_draft_last_is_its_author()
    {
        var plan = A.Plan();
        plan.DraftStandard(It.Standard, Author);
        plan.DraftStandard(It.Standard, Second);

        Refused.With(ScoringRules.StandardSecondPerson, () => plan.ApproveStandard(plan.Version, Second));
        plan.ApproveStandard(plan.Version, Author);
    }

    [Fact]
    public void Only_the_draft_that_was_seen_is_approved()
    {
        var plan = A.Plan();

        Refused.With(ScoringRules.StandardSeenAsItIs, () => plan.ApproveStandard(plan.Version, Second));
        plan.DraftStandard(It.Standard, Author);
        Refused.With(ScoringRules.StandardSeenAsItIs, () => plan.ApproveStandard(plan.Version + 1, Second));
    }

    [Fact]
    public void A_draft_is_a_sound_tree()
    {
        var plan = A.Plan();

        Assert.All(
            new[]
            {
                It.Standard.With(NoNames, [new("technical", "cap", -1)]),
                It.Standard.With(new Dictionary<string, IndicatorName> { ["technical"] = new(" ", "Technical") }, []),
                It.Standard.Items.Aggregate(It.Standard, (standard, item) => standard.Without(item.Key)),
            },
            standard => Refused.With(ScoringRules.TreeSound, () => plan.DraftStandard(standard, Author)));
    }

    [Fact]
    public void Two_versions_differ_in_what_was_added_renamed_revalued_and_taken_away()
    {
        var after = It.Standard
            .With(
                new Dictionary<string, IndicatorName> { ["papers"] = new("论文著作", "Papers and books") },
                [new("technical", "cap", 28), new("awards", "decrement", 1.5m), new("papers", "rank-2", 2.5m), new("degree", "option-doctor", 6), new("nowhere", "cap", 1)])
            .Adding("achievements", new IndicatorName("成果转化", "Transfer"), 8)
            .Without("skill");

        var changes = after.Since(It.Standard);

        Assert.Equal(
            ["technical/cap 30 28", "degree/option-doctor 7 6", "awards/decrement 2 1.5", "papers/rank-2 2 2.5"],
            changes.SelectMany(c => c.Figures.Select(f => FormattableString.Invariant($"{c.After!.Key}/{f.Part} {f.Before} {f.After}"))));
        Assert.Equal(("papers", "Papers and books"), changes.Where(c => c.After?.Key == "papers").Select(c => (c.Before!.English, c.After!.English)).Single());
        Assert.Equal(("own-1", 8), changes.Where(c => c.Before is null).Select(c => (c.After!.Key, c.After.Cap)).Single());
        Assert.Equal("skill", changes.Single(c => c.After is null).Before!.Key);
        Assert.DoesNotContain(changes, c => c.Otherwise);
        Assert.Empty(It.Standard.Since(It.Standard));
    }

    [Fact]
    public void Another_place_or_another_way_of_scoring_is_told_too()
    {
        var patents = It.Standard.Find("patents")!;
        var moved = new ScoringStandard([.. It.Standard.Without("patents").Items, patents]);
        var counted = It.Standard.Without("influence") with
        {
            Items = [.. It.Standard.Without("influence").Items, It.Standard.Find("influence")! with { Rule = new ScoreRule(ScoreBasis.PerUnit, 2, SinceTitle: true) }],
        };

        Assert.True(Assert.Single(moved.Since(It.Standard)) is { Otherwise: true, After.Key: "patents" });
        Assert.True(Assert.Single(counted.Since(It.Standard)) is { Otherwise: true, After.Key: "influence", Figures.Count: 0 });
    }
}
