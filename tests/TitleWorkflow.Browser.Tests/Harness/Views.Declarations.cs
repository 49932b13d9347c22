namespace TitleWorkflow.Browser.Tests.Harness;

/// <summary>What applicants see.</summary>
internal static partial class Views
{
    private static View[] OfApplicants =>
    [
        .. new[]
        {
            "certificate", "published", "not-passed", "voting", "town", "returned", "lapsed", "employer-publicity", "draft",
            "withdrawn", "refused",
        }.Select(standing => new View(City.Applicant(standing), $"/declarations/{{{standing}}}")),
        Of("supplement", "/declarations/{supplement}") with { Picture = new("status", 1280, 860) },
        Of("supplement", "/declarations"),
        Of("supplement", "/declarations/{supplement}?view=dossier"),
        Of("supplement", "/declarations/{supplement}/supplement"),
        Of("supplement", "/declarations/{supplement}/supplement").Refused("answer-1", ("Answers[1]", Long)),
        Of("supplement", "/declarations/{supplement}/supplement").Refused("complete"),
        Of("supplement", "/declarations/{supplement}/supplement").RefusedFile("files-1"),
        Of("certificate", "/declarations/{certificate}/acceptance"),
        Of("supplement", "/declarations/{supplement}/withdraw"),
        Of("supplement", "/declarations/{supplement}/withdraw").Refused("withdraw", ("Reason", Long)),
        Of("not-passed", "/declarations/{not-passed}/reexamination"),
        Of("not-passed", "/declarations/{not-passed}/reexamination").Refused("reexamination"),
        Of("reexamined", "/declarations/{reexamined}/reexamination"),
        Of("supplement", "/declarations/new"),
        Of("supplement", "/declarations/new").Refused("start", ("plan", "{plan}")),
        Of("withdrawn", "/declarations/new"),
        Of("supplement", "/notices"),
        Of("supplement", "/certificates"),
        Of("supplement", "/account"),
        Of("certificate", "/certificates"),
        Of("certificate", "/certificates/{number}"),
        Of("draft", "/declarations/{draft}/fill/basic"),
        Of("draft", "/declarations/{draft}/fill/education"),
        Of("draft", "/declarations/{draft}/fill/education").Refused("section"),
        Of("draft", "/declarations/{draft}/fill/education").RefusedFile("evidence-degree"),
        Of("draft", "/declarations/{draft}/fill/achievements").Refused("section", ("Values[patentNumber]", "CN11")),
        Of("draft", "/declarations/{draft}/fill/report"),
        Of("draft", "/declarations/{draft}/review"),
        Of("draft", "/declarations/{draft}/review").Refused("submit"),
        Of("ready", "/declarations/{ready}/fill/projects"),
        Of("ready", "/declarations/{ready}/review"),
        Of("ready", "/declarations/{ready}/review").Refused("submit", ("SignedName", "别人")),
        Of("returned", "/declarations/{returned}/fill/education"),
        Of("returned", "/declarations/{returned}/fill/basic"),
        Of("returned", "/declarations/{returned}/fill/projects"),
        Of("returned", "/declarations/{returned}/review"),
        Of("town", "/declarations/{supplement}"),
    ];

    private static View Of(string standing, string path) => new(City.Applicant(standing), path);
}
