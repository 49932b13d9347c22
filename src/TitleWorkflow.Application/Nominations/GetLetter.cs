using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Nominations;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Nominations;

/// <summary>Gives a signed letter byte by byte, as it was signed (举荐书).</summary>
public static class GetLetter
{
    /// <param name="Nomination">The nomination.</param>
    public sealed record Query(NominationId Nomination) : IRequest<Result>;

    /// <param name="Number">Number of the nomination.</param>
    /// <param name="Content">The bytes that were signed.</param>
    public sealed record Result(string Number, byte[] Content);

    internal sealed class Handler(TitleDb db, ICurrentUser user) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var nomination = await db.NominationsOf(user).AsNoTracking()
                    .SingleOrDefaultAsync(n => n.Id == query.Nomination && n.Letter != null, ct)
                ?? throw new NotFoundException();
            return new Result(nomination.Number, nomination.LetterBytes);
        }
    }
}
