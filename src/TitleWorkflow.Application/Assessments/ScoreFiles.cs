using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Domain.Assessments.Scoring;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.RuleSets;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Assessments;

/// <summary>Finds a dossier's score file and sums sheets up as its rule set says.</summary>
internal static class ScoreFiles
{
    /// <summary>The file, tracked; an empty one that is not stored yet where nobody claimed anything.</summary>
    public static async Task<ScoreFile> ScoreFileAsync(this TitleDb db, Declaration declaration, CancellationToken ct) =>
        await db.ScoreFiles.SingleOrDefaultAsync(f => f.Declaration == declaration.Id, ct)
        ?? new ScoreFile(
            declaration.Id, (await db.Plans.AsNoTracking().SingleAsync(p => p.Id == declaration.Plan, ct)).Standard);

    /// <summary>Whether experts read a dossier blind, as its rule set says.</summary>
    public static async Task<bool> IsReadBlindAsync(this TitleDb db, Declaration declaration, CancellationToken ct) =>
        (await db.RuleSets.AsNoTracking().SingleAsync(r => r.Id == declaration.RuleSet, ct)).Content.Reading == ReadingMode.Blind;

    /// <summary>Stores a file that was not stored before.</summary>
    public static void Keep(this TitleDb db, ScoreFile file)
    {
        if (db.Entry(file).State == EntityState.Detached)
        {
            db.ScoreFiles.Add(file);
        }
    }

    /// <summary>The sheets that count, those of the last round by who still reads, and what they say together.</summary>
    public static async Task<(IReadOnlyList<ScoreSheet> Sheets, GroupScore? Score)> GroupScoreAsync(
        this TitleDb db, DeclarationId declaration, CancellationToken ct)
    {
        var review = await db.GroupReviews.AsNoTracking().Where(r => r.Declaration == declaration)
            .OrderByDescending(r => r.AssignedAt).FirstOrDefaultAsync(ct);
        if (review is null)
        {
            return ([], null);
        }

        var sheets = await db.ScoreSheets.AsNoTracking().Where(s => s.Review == review.Id && s.Round == review.Round).ToListAsync(ct);
        sheets.RemoveAll(s => !review.Experts.Contains(s.Expert));
        var rules = await db.Declarations.Where(d => d.Id == declaration)
            .Join(db.RuleSets, d => d.RuleSet, r => r.Id, (d, r) => r).AsNoTracking().SingleAsync(ct);
        return (sheets, rules.Sum(sheets, review.Round));
    }

    /// <summary>What the sheets of a round say together; null if there are none.</summary>
    public static GroupScore? Sum(this RuleSet rules, IEnumerable<ScoreSheet> sheets, int round) => GroupScore.Of(
        [.. sheets.Where(s => s.Round == round).Select(s => s.Total)],
        rules[Parameter.ScoreTrimmed] == 1,
        rules[Parameter.ScoreSpread]);
}
