using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Domain.Publicity;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Publicity;

/// <summary>Whoever holds number and code of a receipt learns how the objection stands, without signing in, and nothing else (异议查询).</summary>
public static class LookUpObjection
{
    /// <param name="Number">Number of the receipt.</param>
    /// <param name="Code">The code told with it.</param>
    public sealed record Query(string Number, string Code) : IRequest<Result?>
    {
        /// <summary>Nothing of the code gets into a log.</summary>
        public override string ToString() => nameof(LookUpObjection);
    }

    /// <param name="Number">Number of the receipt.</param>
    /// <param name="Status">What became of it.</param>
    /// <param name="ReceivedAt">When it was received.</param>
    /// <param name="DueOn">Last day for the finding; null where none is owed.</param>
    /// <param name="IsExtended">Whether there is more time than usual for it.</param>
    /// <param name="Finding">The finding; null while there is none.</param>
    /// <param name="ClosedAt">When it was decided or settled; null before.</param>
    public sealed record Result(
        string Number,
        ObjectionStatus Status,
        DateTimeOffset ReceivedAt,
        DateOnly? DueOn,
        bool IsExtended,
        string? Finding,
        DateTimeOffset? ClosedAt);

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(q => q.Number).NotEmpty().MaximumLength(40);
            RuleFor(q => q.Code).NotEmpty().MaximumLength(40);
        }
    }

    internal sealed class Handler(TitleDb db) : IRequestHandler<Query, Result?>
    {
        // One question for both, so that an unknown number and a wrong code are the same answer after the same time.
        public async Task<Result?> Handle(Query query, CancellationToken ct)
        {
            var (number, hash) = (query.Number.Trim().ToUpperInvariant(), PublicityObjection.HashOf(query.Code));
            var objection = await db.PublicityObjections.AsNoTracking()
                .SingleOrDefaultAsync(o => o.Number == number && o.CodeHash == hash, ct);
            return objection is null
                ? null
                : new Result(
                    objection.Number, objection.Status, objection.ReceivedAt, objection.DueOn, objection.ExtensionReason is not null,
                    objection.Finding, objection.ClosedAt);
        }
    }
}
