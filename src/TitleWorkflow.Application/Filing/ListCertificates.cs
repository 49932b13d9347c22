using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Filing;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Filing;

/// <summary>Shows holders their own certificates, and who looked them up.</summary>
public static class ListCertificates
{
    /// <summary>The signed-in person's own, the latest first.</summary>
    public sealed record Query : IRequest<Result>;

    /// <param name="Items">One row for each certificate; a person holds few.</param>
    public sealed record Result(IReadOnlyList<Row> Items);

    /// <param name="Certificate">What it says.</param>
    /// <param name="LookupCount">How often it was looked up.</param>
    /// <param name="Lookups">The latest look-ups, at most <see cref="LookupsShown"/>.</param>
    public sealed record Row(CertificateFacts Certificate, int LookupCount, IReadOnlyList<Lookup> Lookups);

    /// <param name="At">When.</param>
    /// <param name="Origin">The organisation, or the network address of somebody who was not signed in.</param>
    public sealed record Lookup(DateTimeOffset At, string Origin);

    /// <summary>Look-ups shown for each certificate.</summary>
    public const int LookupsShown = 20;

    internal sealed class Handler(TitleDb db, ICurrentUser user) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var mine = await db.Certificates.AsNoTracking()
                .Where(c => c.Holder == user.Person)
                .OrderByDescending(c => c.IssuedOn).ThenByDescending(c => c.Number)
                .ToListAsync(ct);
            var rows = new List<Row>(mine.Count);
            foreach (var certificate in mine)
            {
                rows.Add(await RowAsync(certificate, ct));
            }

            return new Result(rows);
        }

        private async Task<Row> RowAsync(TitleCertificate certificate, CancellationToken ct)
        {
            var lookups = db.CertificateLookups.Where(l => l.Certificate == certificate.Id);
            return new Row(
                CertificateFacts.InFull(certificate),
                await lookups.CountAsync(ct),
                await lookups.OrderByDescending(l => l.At).Take(LookupsShown)
                    .Select(l => new Lookup(l.At, l.Origin)).ToListAsync(ct));
        }
    }
}
