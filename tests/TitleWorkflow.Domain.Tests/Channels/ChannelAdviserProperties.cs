using FsCheck;
using FsCheck.Fluent;
using TitleWorkflow.Domain.Channels;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.RuleSets;
using TitleWorkflow.Domain.Tests.RuleSets;

namespace TitleWorkflow.Domain.Tests.Channels;

public sealed class ChannelAdviserProperties
{
    private static readonly Gen<DateOnly> AnyDay = Gen.Choose(0, 9_000).Select(n => new DateOnly(2000, 1, 1).AddDays(n));

    private static readonly Gen<Seniority> AnyCount =
        from start in Gen.Elements(Enum.GetValues<SeniorityStartRule>())
        from cutoff in Gen.Elements(Enum.GetValues<SeniorityCutoffRule>())
        select new Seniority(start, cutoff);

    private static readonly Gen<ApplicantFacts> Anybody =
        from level in Gen.Elements(Enum.GetValues<TitleLevel>().Skip(1).ToArray())
        from education in Gen.Elements(Enum.GetValues<Education>())
        from graduated in AnyDay
        from held in Gen.Elements(Enum.GetValues<TitleLevel>())
        from heldSince in AnyDay
        from skill in Gen.Elements(Enum.GetValues<SkillLevel>())
        from skillSince in AnyDay
        select new ApplicantFacts(TitleSeries.Engineering, level)
        {
            Education = education,
            GraduatedOn = graduated,
            Title = new HeldTitle(TitleSeries.Engineering, held, heldSince),
            Skill = new HeldSkill(skill, skillSince),
        };

    private static readonly Arbitrary<(ApplicantFacts Facts, Seniority Count)> AnyCase =
        (from facts in Anybody from count in AnyCount select (facts, count)).ToArbitrary();

    [Fact]
    public void More_years_never_lose_a_channel() => Prop
        .ForAll(AnyCase, Gen.Choose(0, 4_000).ToArbitrary(), (c, days) =>
        {
            var now = Advise(c.Facts, c.Count, 2022);
            var longer = Advise(Sooner(c.Facts, days), c.Count, 2022);
            return now.Zip(longer).All(x => x.First.Verdict != Verdict.Eligible || x.Second.Verdict == Verdict.Eligible);
        })
        .QuickCheckThrowOnFailure();

    // With the years counted to that day the condition holds, with those to the day before it does not.
    [Fact]
    public void The_earliest_date_is_the_first_day_on_which_the_condition_holds() => Prop
        .ForAll(AnyCase, c => Advise(c.Facts, c.Count, 2022)
            .SelectMany(a => a.Conditions)
            .Where(f => f.Earliest is not null)
            .All(f => Holds(f, c.Facts, c.Count, f.Earliest!.Value) && !Holds(f, c.Facts, c.Count, f.Earliest.Value.AddDays(-1))))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void The_plan_year_told_is_the_first_in_which_the_channel_opens() => Prop
        .ForAll(AnyCase, c => Advise(c.Facts, c.Count, 2022).All(a => a.PlanYear is not { } year
            || (Advise(c.Facts, c.Count, year).Single(x => x.Channel == a.Channel).Verdict == Verdict.Eligible
                && Advise(c.Facts, c.Count, year - 1).Single(x => x.Channel == a.Channel).Verdict == Verdict.NotYet)))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void A_region_whose_years_lie_below_the_nations_is_always_refused() => Prop
        .ForAll(
            Gen.Choose(0, NationalFloor.Steps.Count - 1).ToArbitrary(),
            Gen.Choose(0, NationalFloor.Ladder.Count - 1).ToArbitrary(),
            Gen.Choose(-3, 3).ToArbitrary(),
            (step, rung, more) =>
            {
                var steps = NationalFloor.Steps.Select((s, i) => i == step ? s with { Years = s.Years + more } : s).ToList();
                var ladder = NationalFloor.Ladder
                    .Select((s, i) => i == rung && s.Target is not null ? s with { Years = s.Years + more } : s).ToList();
                var isLawful = more >= 0;
                return IsRefused(Channel.Standard, Regions.Standard() with { Steps = steps }) == !isLawful
                    && IsRefused(Channel.SkillCrossover, Regions.Crossover() with { Ladder = ladder })
                        == (!isLawful && NationalFloor.Ladder[rung].Target is not null);
            })
        .QuickCheckThrowOnFailure();

    private static bool IsRefused(Channel channel, RuleSetContent content)
    {
        try
        {
            _ = Regions.Of(channel, content);
            return false;
        }
        catch (RuleBrokenException refusal)
        {
            return refusal.Rules is [var rule] && rule == RuleSetRules.WithinFloor;
        }
    }

    private static bool Holds(ConditionFound found, ApplicantFacts facts, Seniority count, DateOnly day)
    {
        var measure = found.Ways[0].Measures[0];
        var since = measure.Metric switch
        {
            Metric.YearsInTitle => facts.Title!.Since,
            Metric.YearsWithSkill => facts.Skill!.Since,
            _ => facts.GraduatedOn,
        };

        // Where no years are asked for, what they are counted from must have come.
        return count.FullOn(since!.Value, 0) <= day && count.MonthsHeld(since.Value, day) >= measure.Asked;
    }

    private static ApplicantFacts Sooner(ApplicantFacts facts, int days) => facts with
    {
        GraduatedOn = facts.GraduatedOn!.Value.AddDays(-days),
        Title = facts.Title! with { Since = facts.Title.Since!.Value.AddDays(-days) },
        Skill = facts.Skill! with { Since = facts.Skill.Since!.Value.AddDays(-days) },
    };

    private static IReadOnlyList<ChannelAdvice> Advise(ApplicantFacts facts, Seniority count, int year) => ChannelAdviser.Advise(
        facts,
        [
            Regions.Of(Channel.Standard, Regions.Standard() with { Seniority = count }),
            Regions.Of(Channel.SkillCrossover, Regions.Crossover() with { Seniority = count }),
        ],
        year).Channels;
}
