using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Channels;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Filing;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Channels;

/// <summary>Tells an applicant what the adviser need not ask: the title their latest valid certificate gives, and that they are employed.</summary>
public static class GetKnownFacts
{
    public sealed record Query : IRequest<Result>;

    /// <param name="Title">Title held; null if no certificate of ours says so.</param>
    /// <param name="IsEmployed">Whether an employer is known.</param>
    /// <param name="Wanted">The next level; the deputy senior one where no title is known.</param>
    public sealed record Result(HeldTitle? Title, bool IsEmployed, TitleLevel Wanted);

    internal sealed class Handler(TitleDb db, ICurrentUser user) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var me = user.Person ?? throw new NotFoundException();
            var titles = await db.Certificates.AsNoTracking()
                .Where(c => c.Holder == me && c.Status == CertificateStatus.Valid)
                .Select(c => new { c.Series, c.Level, c.ObtainedOn })
                .ToListAsync(ct);
            var highest = titles.MaxBy(t => t.Level);
            var isEmployed = await db.People.AnyAsync(p => p.Id == me && p.Employer != null, ct);
            return new Result(
                highest is null ? null : new HeldTitle(highest.Series, highest.Level, highest.ObtainedOn),
                isEmployed,
                highest is null ? TitleLevel.DeputySenior : (TitleLevel)Math.Min((int)highest.Level + 1, (int)TitleLevel.FullSenior));
        }
    }
}
