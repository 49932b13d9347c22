using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Domain.Filing;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Filing;

/// <summary>
/// Says whether a number was issued, without noting a look-up: for addresses that sent too many wrong numbers, so that these
/// write nothing any more.
/// </summary>
public static class KnowsCertificate
{
    /// <param name="Number">As typed or scanned; spaces do not matter.</param>
    public sealed record Query(string Number) : IRequest<bool>;

    internal sealed class Handler(TitleDb db) : IRequestHandler<Query, bool>
    {
        public async Task<bool> Handle(Query query, CancellationToken ct)
        {
            var number = CertificateNumber.Normalize(query.Number);
            return CertificateNumber.IsValid(number) && await db.Certificates.AnyAsync(c => c.Number == number, ct);
        }
    }
}
