using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Domain.Declarations;

namespace TitleWorkflow.Application.Declarations;

/// <summary>A piece of evidence in a list.</summary>
/// <param name="Evidence">Its id, to read it by.</param>
/// <param name="FileName">Name as uploaded.</param>
/// <param name="Type">What its bytes say it is.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Sha256">Hash of its bytes, lower-case hex.</param>
/// <param name="AttachedAt">When it was attached.</param>
/// <param name="IsMasked">Whether it was made for experts who read blind.</param>
public sealed record EvidenceLine(
    EvidenceId Evidence, string FileName, EvidenceType Type, long Size, string Sha256, DateTimeOffset AttachedAt, bool IsMasked)
{
    internal static EvidenceLine Of(Evidence evidence) => new(
        evidence.Id, evidence.FileName, evidence.Type, evidence.Size, evidence.Sha256, evidence.AttachedAt, evidence.IsMasked);

    /// <summary>The files of a fact that still count, oldest first; to blind readers only masked ones, without their names.</summary>
    internal static IReadOnlyList<EvidenceLine> OfFact(Declaration declaration, string fact, bool blind) =>
    [
        .. declaration.Evidence.Where(e => e.DetachedAt is null && e.Fact == fact && (e.IsMasked || !blind)).OrderBy(e => e.AttachedAt)
            .Select(e => blind ? Of(e) with { FileName = BlindDossier.FileName(e.Type) } : Of(e)),
    ];
}
