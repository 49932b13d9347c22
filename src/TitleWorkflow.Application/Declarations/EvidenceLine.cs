using TitleWorkflow.Domain.Declarations;

namespace TitleWorkflow.Application.Declarations;

/// <summary>A piece of evidence in a list.</summary>
/// <param name="Evidence">Its id, to read it by.</param>
/// <param name="FileName">Name as uploaded.</param>
/// <param name="Type">What its bytes say it is.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Sha256">Hash of its bytes, lower-case hex.</param>
/// <param name="AttachedAt">When it was attached.</param>
public sealed record EvidenceLine(
    EvidenceId Evidence, string FileName, EvidenceType Type, long Size, string Sha256, DateTimeOffset AttachedAt)
{
    internal static EvidenceLine Of(Evidence evidence) => new(
        evidence.Id, evidence.FileName, evidence.Type, evidence.Size, evidence.Sha256, evidence.AttachedAt);
}
