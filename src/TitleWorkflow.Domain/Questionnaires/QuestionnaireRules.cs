namespace TitleWorkflow.Domain.Questionnaires;

/// <summary>What is demanded of questions about how far declarations are (申报进度问卷).</summary>
public static class QuestionnaireRules
{
    /// <summary>What is asked can be told apart, and answered in a few minutes.</summary>
    public static readonly Rule FieldsInOrder = new(
        "questionnaires.fields-in-order", "A questionnaire has one to thirty fields, no two with the same label.", Source.Product);

    /// <summary>Whoever has answered has answered what is still asked.</summary>
    public static readonly Rule DraftOnly = new(
        "questionnaires.draft-only", "Only a draft can be changed, opened or deleted.", Source.Product);

    /// <summary>There is a day left to answer on.</summary>
    public static readonly Rule LastDayAhead = new(
        "questionnaires.last-day-ahead", "The last day does not lie before the day the questionnaire is opened.", Source.Product);

    /// <summary>Over is over.</summary>
    public static readonly Rule StillOpen = new(
        "questionnaires.still-open", "The questionnaire is not open.", Source.Product);

    /// <summary>What is asked is answered.</summary>
    public static readonly Rule FieldsFilledIn = new(
        "questionnaires.fields-filled-in", "Every field of the questionnaire is filled in as it says.", Source.Product);

    /// <summary>Nobody is pressed twice on one day.</summary>
    public static readonly Rule RemindedOnceADay = new(
        "questionnaires.reminded-once-a-day", "Those who have not answered are reminded once a day at most.", Source.Product);

    /// <summary>Applicants are asked by those who see their declarations.</summary>
    public static readonly Rule ApplicantsOfOffice = new(
        "questionnaires.applicants-of-office",
        "A service commissioner asks enterprises; applicants are asked by offices that see their declarations.",
        Source.Product);
}
