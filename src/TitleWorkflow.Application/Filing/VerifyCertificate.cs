using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Filing;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Filing;

/// <summary>Anybody verifies a certificate by its number (证书查验); the look-up is noted and shown to the holder.</summary>
public static class VerifyCertificate
{
    /// <summary>What the look-up came to.</summary>
    public enum Verdict
    {
        /// <summary>There is such a certificate; its status says whether it counts.</summary>
        Found,

        /// <summary>Not twenty digits, or the check digit does not fit: most likely a typing error.</summary>
        Mistyped,

        /// <summary>A well-formed number that was never issued.</summary>
        Unknown,
    }

    /// <param name="Number">As typed or scanned; spaces do not matter.</param>
    public sealed record Command(string Number) : IRequest<Result>, ICommand
    {
        string ICommand.Subject => CertificateNumber.Normalize(Number) is { Length: <= 40 } number ? number : "";
    }

    /// <param name="Verdict">What the look-up came to.</param>
    /// <param name="Certificate">What it says, with the name masked; null unless found.</param>
    /// <param name="At">When it was looked up.</param>
    public sealed record Result(Verdict Verdict, CertificateFacts? Certificate, DateTimeOffset At);

    internal sealed class Handler(TitleDb db, ICurrentUser user, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var now = clock.GetUtcNow();
            var number = CertificateNumber.Normalize(command.Number);
            if (!CertificateNumber.IsValid(number))
            {
                return new Result(Verdict.Mistyped, null, now);
            }

            var certificate = await db.Certificates.AsNoTracking().SingleOrDefaultAsync(c => c.Number == number, ct);
            if (certificate is null)
            {
                return new Result(Verdict.Unknown, null, now);
            }

            db.CertificateLookups.Add(new CertificateLookup(certificate.Id, now, Origin(certificate.Holder)));
            return new Result(Verdict.Found, CertificateFacts.Masked(certificate), now);
        }

        // An office is named; a private person's look at the own certificate is not put down to the employer.
        private string Origin(PersonId holder) => user switch
        {
            { Person: null } => user.Origin,
            { Grants: [var first, ..] } when user.Person != holder => first.OrganisationName,
            _ => user.Name,
        };
    }
}
