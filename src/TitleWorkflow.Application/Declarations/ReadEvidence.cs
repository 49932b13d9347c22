using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Declarations;

/// <summary>Somebody who may see the case reads a piece of its evidence.</summary>
public static class ReadEvidence
{
    /// <param name="Evidence">The piece of evidence.</param>
    public sealed record Query(EvidenceId Evidence) : IRequest<Result>;

    /// <param name="Declaration">The case it belongs to.</param>
    /// <param name="Number">The case's number.</param>
    /// <param name="Fact">What it proves.</param>
    /// <param name="FileName">Name as uploaded.</param>
    /// <param name="Type">What its bytes say it is.</param>
    /// <param name="Size">Bytes.</param>
    /// <param name="Sha256">Hash of its bytes; also its address in the vault.</param>
    /// <param name="AttachedAt">When it was attached.</param>
    /// <param name="MayTakeAway">False for experts, who read material in its place and take none away.</param>
    public sealed record Result(
        DeclarationId Declaration,
        string Number,
        string Fact,
        string FileName,
        EvidenceType Type,
        long Size,
        string Sha256,
        DateTimeOffset AttachedAt,
        bool MayTakeAway);

    internal sealed class Handler(TitleDb db, DeclarationAccess access) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var evidence = await db.Evidence.AsNoTracking().SingleOrDefaultAsync(e => e.Id == query.Evidence, ct)
                ?? throw new NotFoundException();
            var sight = await access.SightOfAsync(evidence.Declaration, ct);
            var number = await db.Declarations.Where(d => d.Id == evidence.Declaration).Select(d => d.Number).SingleAsync(ct);

            var blind = sight == Sight.BlindExpert;

            // What was taken off belongs to the one who put it there, and to those who check what became of it.
            return (evidence.DetachedAt is null || !sight.IsExpert()) && (evidence.IsMasked || !blind)
                ? new Result(
                    evidence.Declaration, number, evidence.Fact,
                    blind ? BlindDossier.FileName(evidence.Type) : evidence.FileName, evidence.Type, evidence.Size, evidence.Sha256, evidence.AttachedAt, !sight.IsExpert())
                : throw new NotFoundException();
        }
    }
}
