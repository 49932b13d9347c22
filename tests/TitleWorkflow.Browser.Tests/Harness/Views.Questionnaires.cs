namespace TitleWorkflow.Browser.Tests.Harness;

/// <summary>What offices that ask, personnel offices and applicants see of questionnaires.</summary>
internal static partial class Views
{
    private static View[] OfQuestionnaires =>
    [
        new("city", "/questionnaires"),
        new("city", "/questionnaires/{questionnaire}"),
        new("city", "/questionnaires/{questionnaire}/results"),
        new("city", "/questionnaires/{questionnaire}/card"),
        new View("city", "/questionnaires/{questionnaire}").Refused("remind"),
        new View("city", "/questionnaires/{questionnaire}").RefusedAt("close", "/questionnaires/{questionnaire draft}?handler=Close"),
        new("city", "/questionnaires/{questionnaire draft}"),
        new View("city", "/questionnaires/{questionnaire draft}").Refused("open"),
        new View("city", "/questionnaires/{questionnaire draft}").RefusedAt("delete", "/questionnaires/{questionnaire}?handler=Delete"),
        new("city", "/questionnaires/edit"),
        new("city", "/questionnaires/edit/{questionnaire draft}"),
        new View("city", "/questionnaires/edit").Refused("questionnaire"),
        new("commissioner", "/questionnaires"),
        new("hr", "/questionnaires"),
        new("hr", "/questionnaires/{questionnaire}"),
        new View("hr", "/questionnaires/{questionnaire}").Refused("answer"),
        new("applicant", "/questionnaires"),
        new("applicant", "/questionnaires/{questionnaire applicants}"),
    ];
}
