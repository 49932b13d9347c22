using System.Globalization;
using System.Text;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;

namespace TitleWorkflow.Domain.Nominations;

/// <summary>
/// The letter of a nomination (举荐书) in the one form that is signed: lines of <c>name：value</c> ended by LF, NFC, no
/// trailing blanks, so that the same nomination has the same bytes on any machine.
/// </summary>
public static class NominationLetter
{
    /// <summary>The section of a dossier that repeats the letter.</summary>
    public const string Section = "nomination";

    /// <summary>The letter as <paramref name="by"/> signs it.</summary>
    public static string Write(Nomination nomination, Signatory by, DateTimeOffset now)
    {
        string[] lines =
        [
            "专业技术职称举荐书",
            $"编号：{nomination.Number}",
            $"举荐企业：{nomination.EnterpriseName}",
            $"被举荐人：{nomination.NomineeName}",
            $"申报职称：{ProfessionalTitle.Name(nomination.Series, nomination.Level)}（{nomination.Specialty}）",
            $"年度：{nomination.Year.ToString(CultureInfo.InvariantCulture)}",
            $"举荐理由：{OneLine(nomination.Reasons)}",
            $"举荐人：{by.Name}（{Post(by.Role)}）",
            $"与被举荐人亲属关系：{(by.IsRelative ? "有，另由第二人署名" : "无")}",
            $"署名日期：{now.LegalDate().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}",
            "本人对举荐内容的真实性负责；举荐不实的，本人和企业三年内不得举荐。",
        ];
        return string.Concat(lines.Select(line => line.TrimEnd() + "\n")).Normalize(NormalizationForm.FormC);
    }

    /// <summary>What a dossier takes from a signed nomination, by field.</summary>
    public static IReadOnlyDictionary<string, string> Facts(Nomination nomination, string signatory) => new Dictionary<string, string>
    {
        ["letterNumber"] = nomination.Number,
        ["signatory"] = signatory,
        ["signedOn"] = nomination.SignedAt!.Value.LegalDate().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["reasons"] = nomination.Reasons,
        ["letterHash"] = nomination.LetterHash!,
    };

    private static string Post(Role role) => role == Role.Chairperson ? "董事长" : "研发团队技术带头人";

    private static string OneLine(string text) => string.Join(' ', text.Split(['\r', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
}
