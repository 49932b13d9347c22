using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Filing;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Filing;

/// <summary>Shows a certificate in full to its holder and to the offices that answer for its result.</summary>
public static class GetCertificate
{
    /// <param name="Number">Twenty digits; spaces do not matter.</param>
    public sealed record Query(string Number) : IRequest<CertificateFacts>;

    internal sealed class Handler(TitleDb db, ICurrentUser user) : IRequestHandler<Query, CertificateFacts>
    {
        public async Task<CertificateFacts> Handle(Query query, CancellationToken ct)
        {
            var number = CertificateNumber.Normalize(query.Number);
            var certificate = await db.Certificates.AsNoTracking().SingleOrDefaultAsync(c => c.Number == number, ct);
            return certificate is not null && await MaySeeAsync(certificate, ct)
                ? CertificateFacts.InFull(certificate)
                : throw new NotFoundException();
        }

        private async Task<bool> MaySeeAsync(TitleCertificate certificate, CancellationToken ct) =>
            (user.Person is { } person && certificate.Holder == person)
            || await db.ResultsOf(user).AnyAsync(d => d.Id == certificate.Declaration, ct);
    }
}
