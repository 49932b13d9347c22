using FsCheck;
using FsCheck.Fluent;
using TitleWorkflow.Domain.Experts;
using TitleWorkflow.Domain.Organisations;

namespace TitleWorkflow.Domain.Tests.Experts;

/// <summary>Pools and policies to draw from and by, some of which cannot be drawn.</summary>
internal static class DrawPools
{
    public static readonly IReadOnlyList<string> Inputs = ["2022-12-01 福利彩票开奖号", "监督人员报号"];

    /// <summary>Pools small enough to try every selection, of few employers, so that every constraint binds now and then.</summary>
    public static readonly Arbitrary<(DrawPool Pool, DrawPolicy Policy)> Small =
        (from people in Gen.Choose(0, 9)
         from drawn in Candidate(4).ListOf(people)
         from size in Gen.Choose(1, 5)
         from alternates in Gen.Choose(0, 2)
         from policy in Policy(size, alternates, most: 3)
         select (Pool([.. drawn]), policy)).ToArbitrary();

    /// <summary>Pools as they are in life.</summary>
    public static readonly Gen<(DrawPool Pool, DrawPolicy Policy)> Real =
        from people in Gen.Choose(40, 120)
        from drawn in Candidate(30).ListOf(people)
        from size in Gen.Elements(11, 13, 15, 17)
        from alternates in Gen.Choose(0, 6)
        from policy in Policy(size, alternates, most: 4)
        select (Pool([.. drawn]), policy);

    /// <summary>A pool, with something left out by two filters.</summary>
    public static DrawPool Pool(IEnumerable<DrawCandidate> candidates) =>
        new(candidates, [new(DrawFilter.SpecialtyAndLevel, 52, 96), new(DrawFilter.Load, 2, 4)]);

    /// <summary>So many experts of each kind, two at each employer.</summary>
    public static DrawPool Of(int enterprise, int other) => Pool(Enumerable.Range(0, enterprise + other).Select(i =>
        new DrawCandidate(PersonId.New(), i < enterprise, true, $"单位{i / 2}")));

    private static Gen<DrawCandidate> Candidate(int employers) =>
        from id in ArbMap.Default.GeneratorFor<Guid>()
        from enterprise in Gen.Elements(true, false)
        from employer in Gen.Choose(1, employers)
        select new DrawCandidate(new PersonId(id), enterprise, employer > employers / 4, $"单位 {employer}é");

    private static Gen<DrawPolicy> Policy(int size, int alternates, int most) =>
        from share in Gen.Choose(0, 60)
        from outside in Gen.Choose(0, 40)
        from cap in Gen.Choose(1, most)
        select new DrawPolicy(size, alternates, share, outside, cap, Inputs);
}
