using FsCheck;
using FsCheck.Fluent;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Enterprises;
using TitleWorkflow.Domain.Nominations;
using TitleWorkflow.Domain.Organisations;

namespace TitleWorkflow.Domain.Tests.Nominations;

public sealed class NominationQuotaProperties
{
    private enum Act
    {
        Reserve,
        Consume,
        Release,
    }

    private static readonly Gen<(Act Act, int Who, bool FullSenior)> AnyAct =
        from act in Gen.Elements(Enum.GetValues<Act>())
        from who in Gen.Choose(0, 5)
        from full in ArbMap.Default.GeneratorFor<bool>()
        select (act, who, full);

    private static readonly Gen<NominationAllowance> AnyAllowance =
        from total in Gen.Choose(0, 4)
        from full in Gen.Choose(0, total)
        select new NominationAllowance(full == 0 ? HonorLevel.Provincial : HonorLevel.National, total, full);

    [Fact]
    public void No_order_of_signatures_acceptances_and_ends_exceeds_the_quota() => Prop
        .ForAll(
            (from allowance in AnyAllowance from acts in AnyAct.ListOf() select (allowance, acts)).ToArbitrary(),
            run =>
            {
                var quota = new NominationQuota(OrganisationId.New(), 2022);
                NominationId[] nominations = [.. Enumerable.Range(0, 6).Select(_ => NominationId.New())];
                HashSet<NominationId> consumed = [];
                foreach (var (act, who, full) in run.acts)
                {
                    Apply(quota, run.allowance, act, nominations[who], full, consumed);
                    Assert.True(quota.Slots.Count <= run.allowance.Total);
                    Assert.True(quota.FullSenior <= run.allowance.FullSenior);
                    Assert.Subset(quota.Slots.Select(s => s.Nomination).ToHashSet(), consumed);
                }
            })
        .QuickCheckThrowOnFailure();

    private static void Apply(
        NominationQuota quota, NominationAllowance allowance, Act act, NominationId who, bool full, HashSet<NominationId> consumed)
    {
        var isHeld = quota.Slots.Any(s => s.Nomination == who);
        var level = full ? TitleLevel.FullSenior : TitleLevel.DeputySenior;
        switch (act)
        {
            case Act.Reserve when !isHeld && quota.Refusals(level, allowance).Count == 0:
                quota.Reserve(who, level, allowance);
                break;
            case Act.Reserve when !isHeld:
                Assert.Throws<RuleBrokenException>(() => quota.Reserve(who, level, allowance));
                break;
            case Act.Consume when isHeld:
                quota.Consume(who);
                consumed.Add(who);
                break;
            case Act.Release:
                quota.Release(who);
                break;
        }
    }
}
