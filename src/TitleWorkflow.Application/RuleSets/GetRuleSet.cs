using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.RuleSets;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.RuleSets;

/// <summary>Shows one version of a rule set: its figures with their floors, and what differs from the version before it.</summary>
public static class GetRuleSet
{
    /// <param name="Id">The version.</param>
    public sealed record Query(RuleSetId Id) : IRequest<Result>;

    /// <param name="Id">The version.</param>
    /// <param name="Region">Region.</param>
    /// <param name="Channel">Channel.</param>
    /// <param name="Year">Year it is made for.</param>
    /// <param name="Number">Version number.</param>
    /// <param name="EffectiveFrom">First day it counts.</param>
    /// <param name="IsPublished">False for a draft.</param>
    /// <param name="Revision">Counts the saves; an approval names the one it has seen.</param>
    /// <param name="DraftedBy">Who wrote it; null for what the product ships.</param>
    /// <param name="ApprovedBy">Who approved it; null likewise and for a draft.</param>
    /// <param name="MayEdit">Whether the reader may change it.</param>
    /// <param name="MayApprove">Whether the reader may approve it.</param>
    /// <param name="Draft">The set's draft, if there is one.</param>
    /// <param name="Conditions">What the channel asks and waives.</param>
    /// <param name="Figures">Every value with its bounds.</param>
    /// <param name="Changes">Values that differ from the version before it.</param>
    /// <param name="ConditionChanges">Conditions that were added, taken away or ask for other things than in the version before it.</param>
    public sealed record Result(
        RuleSetId Id,
        string Region,
        Channel Channel,
        int Year,
        int Number,
        DateOnly EffectiveFrom,
        bool IsPublished,
        int Revision,
        string? DraftedBy,
        string? ApprovedBy,
        bool MayEdit,
        bool MayApprove,
        RuleSetId? Draft,
        IReadOnlyList<Condition> Conditions,
        IReadOnlyList<Value> Figures,
        IReadOnlyList<Change> Changes,
        IReadOnlyList<ConditionChange> ConditionChanges);

    /// <param name="Path">Address, such as <c>steps/Intermediate/Bachelor</c>.</param>
    /// <param name="Now">The value; for a choice the number of the member.</param>
    /// <param name="Minimum">Smallest lawful value.</param>
    /// <param name="Maximum">Largest lawful value.</param>
    /// <param name="Floor">Where the bound is written; null where it is only a sensible range.</param>
    /// <param name="Choices">Names of the members of a choice; empty for a number.</param>
    public sealed record Value(
        string Path, int Now, int Minimum, int Maximum, Source? Floor, IReadOnlyList<string> Choices);

    /// <param name="Path">Address of the value.</param>
    /// <param name="Before">Value of the version before.</param>
    /// <param name="After">Value of this version.</param>
    public sealed record Change(string Path, int Before, int After);

    /// <param name="Before">As the version before has it; null for an added one.</param>
    /// <param name="After">As this version has it; null for one that was taken away.</param>
    public sealed record ConditionChange(Condition? Before, Condition? After);

    internal sealed class Handler(TitleDb db, ICurrentUser user) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var versions = await db.VersionsOfAsync(query.Id, ct);
            var set = versions.Single(v => v.Id == query.Id);
            var before = versions.Where(v => v.IsPublished && v.Number < set.Number).MaxBy(v => v.Number);
            var people = await db.NamesOfAuthorsAsync([set], ct);
            return new Result(
                set.Id, set.Region, set.Channel, set.Year, set.Number, set.EffectiveFrom, set.IsPublished, set.Version,
                people.Of(set.DraftedBy), people.Of(set.ApprovedBy),
                !set.IsPublished && user.Has(Role.CityOfficer),
                !set.IsPublished && set.DraftedBy != user.Person && (user.Has(Role.CityOfficer) || user.Has(Role.ProvinceOfficer)),
                versions.FirstOrDefault(v => !v.IsPublished)?.Id,
                set.Content.Conditions,
                [.. RuleSetFigures.Of(set.Content).Select(Told)],
                before is null ? [] : ChangesBetween(before.Content, set.Content),
                before is null ? [] : [.. ConditionsBetween(before.Content, set.Content)]);
        }

        private static Value Told(Figure figure) => new(
            figure.Path, figure.Value, figure.Minimum, figure.Maximum, figure.Floor,
            figure.Choice is { } choice ? Enum.GetNames(choice) : []);
    }

    /// <summary>Values at addresses both have that differ.</summary>
    internal static IReadOnlyList<Change> ChangesBetween(RuleSetContent before, RuleSetContent after)
    {
        var old = RuleSetFigures.Of(before).ToDictionary(f => f.Path, f => f.Value);
        var rebuilt = ConditionsBetween(before, after).Select(c => $"conditions/{(c.After ?? c.Before)!.Code}/").ToList();
        return
        [
            .. RuleSetFigures.Of(after).Where(f => old.TryGetValue(f.Path, out var value) && value != f.Value
                    && !rebuilt.Exists(r => f.Path.StartsWith(r, StringComparison.Ordinal)))
                .Select(f => new Change(f.Path, old[f.Path], f.Value)),
        ];
    }

    // Other figures in the same places are values that changed; everything else is another condition.
    private static IEnumerable<ConditionChange> ConditionsBetween(RuleSetContent before, RuleSetContent after) =>
        from code in before.Conditions.Concat(after.Conditions).Select(c => c.Code).Distinct()
        let old = before.Conditions.FirstOrDefault(c => c.Code == code)
        let now = after.Conditions.FirstOrDefault(c => c.Code == code)
        where old is null || now is null || !Shape(old).SequenceEqual(Shape(now))
        select new ConditionChange(old, now);

    private static IEnumerable<(int Way, Metric Metric, Comparison Comparison)> Shape(Condition condition) =>
        (condition.AnyOf ?? []).SelectMany((way, i) => way.AllOf.Select(rule => (i, rule.Metric, rule.Comparison)));

    /// <exception cref="NotFoundException">There is no such version.</exception>
    internal static async Task<RuleSet> FindRuleSetAsync(this TitleDb db, RuleSetId id, CancellationToken ct) =>
        await db.RuleSets.SingleOrDefaultAsync(r => r.Id == id, ct) ?? throw new NotFoundException();

    /// <summary>Every version of the set this one belongs to.</summary>
    /// <exception cref="NotFoundException">There is no such version.</exception>
    internal static async Task<IReadOnlyList<RuleSet>> VersionsOfAsync(this TitleDb db, RuleSetId id, CancellationToken ct)
    {
        var set = await db.RuleSets.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, ct) ?? throw new NotFoundException();
        return await db.RuleSets.AsNoTracking()
            .Where(r => r.Region == set.Region && r.Year == set.Year && r.Channel == set.Channel).ToListAsync(ct);
    }
}
