using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Nominations;

namespace TitleWorkflow.Application.Channels.Roads;

/// <summary>What nominated engineers of specialised SMEs and single champions hand in, and what it is measured by (单独标准).</summary>
internal static class NominationRoad
{
    public static DossierForm Dossier { get; } = new(
    [
        new(NominationLetter.Section, "举荐", "Nomination",
        [
            new("letterNumber", "举荐书编号", "Number of the letter", FieldKind.Text, Identifies: true),
            new("signatory", "署名人", "Signed by", FieldKind.Text, Identifies: true),
            new("signedOn", "署名日期", "Signed on", FieldKind.Date),
            new("reasons", "举荐理由", "Reasons", FieldKind.LongText, MaxLength: 1000),
            new("letterHash", "举荐书 SHA-256", "SHA-256 of the letter", FieldKind.Text, Identifies: true),
        ], IsGiven: true),
        .. OrdinaryForm.Dossier.Sections.Select(Relaxed),
    ]);

    public static ScoringStandard Standard { get; } = new(
    [
        new("technical", "技术水平", "Technical level", 25),
        new("achievements", "创新业绩", "Innovation and results", 65),
        new("influence", "行业影响", "Influence", 10),
    ]);

    // What the measures waive is still told, but neither demanded nor to be proved.
    private static DossierSectionForm Relaxed(DossierSectionForm section) => section.Key switch
    {
        "title" => section with { Fields = [.. section.Fields.Select(f => f with { Evidence = false })] },
        "appraisals" => section with
        {
            Fields = [.. section.Fields.Select(f => f.Key == "creditHours" ? f with { Required = false } : f)],
        },
        _ => section,
    };
}
