using FsCheck;
using FsCheck.Fluent;
using TitleWorkflow.Domain.Experts;
using TitleWorkflow.Domain.Organisations;

namespace TitleWorkflow.Domain.Tests.Experts;

public sealed class DrawProperties
{
    private static readonly Arbitrary<int> AnyNumber = Gen.Choose(0, int.MaxValue).ToArbitrary();

    [Fact]
    public void A_draw_is_refused_exactly_when_no_selection_meets_its_policy() => Prop
        .ForAll(DrawPools.Small, d => (DrawAlgorithm.Shortage(d.Pool, d.Policy) is null) == SomeSelection(d.Pool, d.Policy))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void A_refusal_names_a_constraint_that_misses_at_least_one() => Prop
        .ForAll(DrawPools.Small, d => DrawAlgorithm.Shortage(d.Pool, d.Policy) is not { } s || s.Missing > 0)
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Strata_and_minima_are_always_met() => Prop
        .ForAll(DrawPools.Small, AnyNumber, (d, number) => Refused(d) || Meets(d.Pool, d.Policy, Draw(d, number)))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void The_same_inputs_give_the_same_result_whatever_the_order_of_the_pool() => Prop
        .ForAll(
            (from d in DrawPools.Real from order in Gen.Shuffle(d.Pool.Candidates.ToArray()) select (d, order)).ToArbitrary(),
            AnyNumber,
            (x, number) =>
            {
                var shuffled = DrawPools.Pool(x.order);
                return shuffled.Hash() == x.d.Pool.Hash()
                    && (Refused(x.d) || Draw(x.d, number).Walk.SequenceEqual(Draw((shuffled, x.d.Policy), number).Walk));
            })
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Nobody_comes_up_twice() => Prop
        .ForAll(DrawPools.Real.ToArbitrary(), AnyNumber, (d, number) =>
            Refused(d) || Draw(d, number).Walk.DistinctBy(s => s.Expert).Count() == Draw(d, number).Walk.Count)
        .QuickCheckThrowOnFailure();

    private static bool Refused((DrawPool Pool, DrawPolicy Policy) d) => DrawAlgorithm.Shortage(d.Pool, d.Policy) is not null;

    private static DrawOutcome Draw((DrawPool Pool, DrawPolicy Policy) d, int number) => DrawAlgorithm.Draw(
        d.Pool, d.Policy, DrawAlgorithm.Seed(
            [new("开奖号", "8 2 6"), new("报号", $"{number}")], d.Pool.Hash(), d.Policy.Hash(), Guid.Empty, 1, null));

    private static bool Meets(DrawPool pool, DrawPolicy policy, DrawOutcome outcome)
    {
        var (members, alternates) = (Find(pool, outcome.Members), Find(pool, outcome.Alternates));
        return members.Count == policy.Size && alternates.Count == policy.Alternates && Meets(policy, members, alternates);
    }

    private static bool Meets(DrawPolicy policy, IReadOnlyList<DrawCandidate> members, IReadOnlyList<DrawCandidate> alternates)
    {
        DrawCandidate[] all = [.. members, .. alternates];
        return members.Count(c => c.FromEnterprise) >= policy.EnterpriseMembers
            && alternates.Count(c => c.FromEnterprise) >= policy.EnterpriseAlternates
            && all.GroupBy(c => c.Employer).All(g => g.Count() <= policy.MaxPerEmployer)
            && all.Count(c => !c.Outside) <= policy.MostInside;
    }

    // Tries them all: every set of the right size, and the split that gives enterprise experts to whom they are due.
    private static bool SomeSelection(DrawPool pool, DrawPolicy policy) => Enumerable.Range(0, 1 << pool.Candidates.Count)
        .Where(set => int.PopCount(set) == policy.Total)
        .Select(set => pool.Candidates.Where((_, i) => (set & (1 << i)) != 0).ToList())
        .Any(chosen =>
        {
            var spare = chosen.Where(c => c.FromEnterprise).Take(policy.EnterpriseAlternates).ToList();
            var alternates = spare.Concat(chosen.Where(c => !c.FromEnterprise)).Concat(chosen.Except(spare))
                .Distinct().Take(policy.Alternates).ToList();
            return Meets(policy, [.. chosen.Except(alternates)], alternates);
        });

    private static List<DrawCandidate> Find(DrawPool pool, IReadOnlyList<PersonId> people) =>
        [.. people.Select(p => pool.Candidates.Single(c => c.Expert == p))];
}
