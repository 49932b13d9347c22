using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Experts;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Experts;

/// <summary>Counts, before anything is frozen, who could be drawn, and says what would keep a draw from being held.</summary>
public static class PreviewDraw
{
    /// <param name="Plan">The plan.</param>
    /// <param name="MeetingOn">Day of the meeting.</param>
    /// <param name="Size">Members, N.</param>
    /// <param name="Alternates">Alternates.</param>
    public sealed record Query(PlanId Plan, DateOnly MeetingOn, int Size, int Alternates) : IRequest<Result>;

    /// <param name="Pool">Members of the pool.</param>
    /// <param name="Filters">The filter table.</param>
    /// <param name="Eligible">Who is left.</param>
    /// <param name="Policy">What the draw must come to.</param>
    /// <param name="Shortage">The first constraint that cannot be met; null if it can be held.</param>
    public sealed record Result(int Pool, IReadOnlyList<DrawLine> Filters, int Eligible, DrawPolicy Policy, DrawShortage? Shortage);

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(q => q.Size).InclusiveBetween(1, 99);
            RuleFor(q => q.Alternates).InclusiveBetween(0, 50);
        }
    }

    internal sealed class Handler(TitleDb db, ICurrentUser user, DrawFacts facts) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var offices = user.OfficesOf(Role.CommitteeOffice);
            var plan = await db.Plans.AsNoTracking().SingleOrDefaultAsync(p => p.Id == query.Plan && offices.Contains(p.Committee), ct)
                ?? throw new NotFoundException();
            var rules = await facts.RulesAsync(plan, ct);
            var pool = await facts.PoolAsync(plan, rules, query.MeetingOn, ct);
            var policy = DrawFacts.Policy(rules, query.Size, query.Alternates, "");
            return new Result(
                pool.Candidates.Count + pool.Exclusions.Sum(e => e.Enterprise + e.Other),
                DrawLine.Table(pool.Exclusions, pool.Candidates), pool.Candidates.Count, policy, DrawAlgorithm.Shortage(pool, policy));
        }
    }
}
