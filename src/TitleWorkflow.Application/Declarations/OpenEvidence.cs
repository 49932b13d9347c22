using MediatR;
using TitleWorkflow.Domain.Declarations;

namespace TitleWorkflow.Application.Declarations;

/// <summary>Opens the bytes of a piece of evidence, to be shown in its place or taken away; experts may only have it shown.</summary>
public static class OpenEvidence
{
    /// <param name="Evidence">The piece of evidence.</param>
    /// <param name="TakeAway">True for a download.</param>
    public sealed record Query(EvidenceId Evidence, bool TakeAway) : IRequest<Result>;

    /// <param name="FileName">Name as uploaded.</param>
    /// <param name="MediaType">What its first bytes say it is.</param>
    /// <param name="Sha256">Hash of its bytes, lower-case hex.</param>
    /// <param name="Content">Its bytes; the caller closes them.</param>
    public sealed record Result(string FileName, string MediaType, string Sha256, Stream Content);

    internal sealed class Handler(ISender sender, IFileVault vault) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var evidence = await sender.Send(new ReadEvidence.Query(query.Evidence), ct);
            if (query.TakeAway && !evidence.MayTakeAway)
            {
                throw new NotFoundException();
            }

            var mediaType = evidence.Type switch
            {
                EvidenceType.Pdf => "application/pdf",
                EvidenceType.Jpeg => "image/jpeg",
                _ => "image/png",
            };
            var content = await vault.OpenAsync(evidence.Sha256, ct);
            return new Result(evidence.FileName, mediaType, evidence.Sha256, content);
        }
    }
}
