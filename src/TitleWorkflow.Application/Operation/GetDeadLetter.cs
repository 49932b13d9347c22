using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Operation;

/// <summary>An administrator looks at one dead letter before deciding what becomes of it.</summary>
public static class GetDeadLetter
{
    /// <param name="Letter">The letter.</param>
    public sealed record Query(Guid Letter) : IRequest<Result>;

    /// <param name="Letter">The letter.</param>
    /// <param name="HoldsUpFlow">A flow still rests on it; then it can only be replayed.</param>
    public sealed record Result(ListDeadLetters.Item Letter, bool HoldsUpFlow);

    internal sealed class Handler(TitleDb db, DeadLetterDesk letters) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var letter = await ListDeadLetters.Told(db, db.DeadLetters.Where(l => l.Id == query.Letter)).SingleOrDefaultAsync(ct)
                ?? throw new NotFoundException();
            return new Result(letter, await letters.HoldsUpAsync(letter.Kind, letter.Key, ct));
        }
    }
}
