using TitleWorkflow.Domain.Declarations;

namespace TitleWorkflow.Domain.Assessments.Scoring;

/// <summary>
/// What a dossier is worth by its own account and by the employer's (自评分、单位核定分), under the standard it was submitted
/// under. Experts' sheets are kept apart.
/// </summary>
public sealed class ScoreFile : Aggregate
{
    private ScoreFile()
    {
    }

    /// <summary>An empty file, under the plan's standard until submission fixes one.</summary>
    public ScoreFile(DeclarationId declaration, ScoringStandard standard)
    {
        Declaration = declaration;
        Standard = standard;
    }

    /// <summary>Whose it is.</summary>
    public DeclarationId Declaration { get; private set; }

    /// <summary>The standard, as it was at the first submission.</summary>
    public ScoringStandard Standard { get; private set; } = new([]);

    /// <summary>When the standard was fixed; null before the first submission.</summary>
    public DateTimeOffset? FixedAt { get; private set; }

    /// <summary>What the applicant claims.</summary>
    public List<ScoreEntry> Entries { get; private set; } = [];

    /// <summary>What the employer found, an answer for every entry; empty before.</summary>
    public List<ScoreFinding> Findings { get; private set; } = [];

    /// <summary>When the employer judged the entries; null before.</summary>
    public DateTimeOffset? CheckedAt { get; private set; }

    /// <summary>The applicant states what is claimed; what the employer found before is void.</summary>
    /// <exception cref="RuleBrokenException">The dossier is not open for editing, or an entry does not fit the standard.</exception>
    public void Fill(Declaration declaration, ScoringStandard current, IReadOnlyList<ScoreEntry> entries)
    {
        DeclarationRules.OpenForEditing.Require(
            declaration.Status is DeclarationStatus.Draft or DeclarationStatus.Returned);
        Standard = FixedAt is null ? current : Standard;
        ScoringRules.EntryFits.Require(entries.All(e => Standard.Find(e.Item)?.Rule?.Fits(e) == true));
        Entries = [.. entries];
        Findings = [];
        CheckedAt = null;
    }

    /// <summary>The dossier is submitted: from now on this standard counts, whatever becomes of the plan's.</summary>
    public void Fix(ScoringStandard current, DateTimeOffset now)
    {
        if (FixedAt is null)
        {
            Standard = current;
            FixedAt = now;
        }
    }

    /// <summary>The employer says of every entry whether the originals bear it out.</summary>
    /// <exception cref="RuleBrokenException">The employer is not checking, an entry is left out, or a reason is missing.</exception>
    public void Check(Declaration declaration, IReadOnlyList<ScoreFinding> findings, DateTimeOffset now)
    {
        ScoringRules.CheckOpen.Require(declaration.Status == DeclarationStatus.EmployerChecking);
        ScoringRules.FindingReasoned.Require(
            findings.Select(f => f.Entry).Order().SequenceEqual(Enumerable.Range(0, Entries.Count))
            && findings.All(f => f.Confirmed || !string.IsNullOrWhiteSpace(f.Reason)));
        Findings = [.. findings.OrderBy(f => f.Entry).Select(f => f with { Reason = f.Confirmed ? null : f.Reason!.Trim() })];
        CheckedAt = now;
    }

    /// <summary>The applicant's own score, worked out; needs the declaration's evidence loaded.</summary>
    public ScoreWorking Self(Declaration declaration) => Calculation(declaration).Work(Entries);

    /// <summary>The score of what the employer confirmed, worked out; null before. Needs the evidence loaded.</summary>
    public ScoreWorking? Checked(Declaration declaration) => CheckedAt is null
        ? null
        : Calculation(declaration).Work(Entries, Findings.Where(f => !f.Confirmed).Select(f => f.Entry).ToHashSet());

    private ScoreCalculation Calculation(Declaration declaration)
    {
        var title = Standard.TitleFact?.Split('/') is [var section, var field]
            && declaration.Dossier.GetValueOrDefault(section)?.GetValueOrDefault(field) is { } value
            && DateOnly.TryParseExact(value, "yyyy-MM-dd", out var on) ? on : (DateOnly?)null;
        return new ScoreCalculation(Standard, title, declaration.ProvenIndicators());
    }
}
