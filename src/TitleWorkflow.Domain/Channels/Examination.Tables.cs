using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.RuleSets;

namespace TitleWorkflow.Domain.Channels;

/// <summary>The two tables: the steps of degrees and the ladder of skills.</summary>
internal sealed partial class Examination
{
    // Three lines, so that it shows which one fails: schooling, title held, years. A line that rests on a failed one is left out.
    private IEnumerable<ConditionFound> Steps(Condition condition)
    {
        var rows = content.Steps.Where(s => s.Target == facts.Level).ToList();
        if (facts.Education is not { } schooling)
        {
            yield return Line(condition, "education", new Measure(
                Metric.Education, Comparison.AtLeast, (int)rows.Min(r => r.Degree), null, Finding.Unknown));
            yield return OpenTitle(condition, rows);
            yield break;
        }

        var degree = content.CountsAs(schooling);
        var row = rows.Find(r => r.Degree == degree);
        yield return Line(condition, "education", new Measure(
            Metric.Education, Comparison.AtLeast, (int)rows.Min(r => r.Degree), (int)degree,
            row is null ? Finding.Failed : Finding.Met));
        if (row is null)
        {
            yield break;
        }

        if (row.After is { } after)
        {
            var title = HeldTitle(after);
            yield return Line(condition, "title", title);
            if (title.Finding != Finding.Met)
            {
                yield break;
            }
        }

        yield return Line(
            condition, "years", Held(row.After is null ? Metric.YearsSinceGraduation : Metric.YearsInTitle, row.Years));
    }

    // Without the degree only what every row asks can be said.
    private ConditionFound OpenTitle(Condition condition, List<EligibilityStep> rows)
    {
        var needed = rows.Max(r => r.After) ?? facts.Level - 1;
        var title = HeldTitle(needed);
        return Line(condition, "title", title.Finding == Finding.Failed && rows.Exists(r => r.After is null)
            ? title with { Finding = Finding.Unknown }
            : title);
    }

    private Measure HeldTitle(TitleLevel needed)
    {
        var held = facts.Title is { } title && title.Series == facts.Series ? title.Level : (TitleLevel?)null;
        return new Measure(
            Metric.HeldTitle, Comparison.AtLeast, (int)needed, (int?)held, held >= needed ? Finding.Met : Finding.Failed);
    }

    private IEnumerable<ConditionFound> Ladder(Condition condition)
    {
        var needed = content.Ladder.FirstOrDefault(s => s.Target == facts.Level);
        var held = facts.Skill?.Level;

        // Where no rung leads there, only an appointed level may, by an officer's decision.
        var asked = (int)(needed?.Skill ?? content.Ladder.FirstOrDefault(s => s.Target is null)?.Skill ?? SkillLevel.ChiefTechnician);
        if (content.Ladder.Any(s => s.Skill == held && s.Target is null))
        {
            yield return Line(condition, "skill", new Measure(
                Metric.SkillLevel, Comparison.AtLeast, asked, (int?)held, Finding.Manual));
            yield break;
        }

        var reaches = needed is not null && held >= needed.Skill;
        yield return Line(condition, "skill", new Measure(
            Metric.SkillLevel, Comparison.AtLeast, asked, (int?)held, reaches ? Finding.Met : Finding.Failed));
        if (reaches)
        {
            yield return Line(condition, "years", Held(Metric.YearsWithSkill, needed!.Years));
        }
    }

    private static ConditionFound Line(Condition condition, string part, Measure measure) => new(
        $"{condition.Code}-{part}",
        condition.Name,
        condition.EnglishName,
        measure.Finding,
        condition.Source,
        [new WayTaken("", "", [measure], measure.Finding, measure.Earliest)],
        measure.Earliest,
        condition.AtSubmission);
}
