namespace TitleWorkflow.Domain.Declarations;

/// <summary>
/// What a list shows of a case without asking the case: none of it changes after the draft was opened.
/// </summary>
/// <param name="Declaration">The case.</param>
/// <param name="Number">Number shown to people.</param>
/// <param name="Applicant">Name of who applies.</param>
/// <param name="Employer">Chinese name of where the applicant worked when the draft was opened.</param>
/// <param name="EnglishEmployer">The employer's English name; null if it had none.</param>
/// <param name="Series">Series.</param>
/// <param name="Level">Target level.</param>
/// <param name="Channel">Channel.</param>
public sealed record CaseHeading(
    DeclarationId Declaration,
    string Number,
    string Applicant,
    string Employer,
    string? EnglishEmployer,
    TitleSeries Series,
    TitleLevel Level,
    Channel Channel);
