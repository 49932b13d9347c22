using TitleWorkflow.Domain.Organisations;

namespace TitleWorkflow.Domain.Assessments.Scoring;

/// <summary>The next version of a plan's standard, written by one person and not yet put into force by another.</summary>
/// <param name="Standard">What it says; its version is the one it shall have.</param>
/// <param name="By">Who changed it last.</param>
public sealed record StandardDraft(ScoringStandard Standard, PersonId By);
