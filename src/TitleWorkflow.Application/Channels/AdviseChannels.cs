using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Channels;
using TitleWorkflow.Domain.RuleSets;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Channels;

/// <summary>
/// Anybody asks which channels are open to somebody of such facts (申报通道顾问); nothing is stored. To who is signed in, what an officer
/// decided for them counts.
/// </summary>
public static class AdviseChannels
{
    /// <param name="Region">Whose rule sets; null for the first.</param>
    /// <param name="Year">Plan year; null for the present one.</param>
    /// <param name="Facts">What is known; null to learn only what can be asked.</param>
    public sealed record Query(string? Region, int? Year, ApplicantFacts? Facts) : IRequest<Result>;

    /// <param name="Regions">Regions that have rule sets.</param>
    /// <param name="Region">The one answered for.</param>
    /// <param name="Year">The plan year answered for.</param>
    /// <param name="Advice">The answer; null without facts.</param>
    public sealed record Result(IReadOnlyList<string> Regions, string Region, int Year, Advice? Advice);

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(q => q.Year).InclusiveBetween(2000, 2100);
            RuleFor(q => q.Facts).Must(f => Dates(f!).All(d => d is null or { Year: >= 1940 and <= 2100 }))
                .WithMessage("channels.error.dates").When(q => q.Facts is not null);
        }

        private static DateOnly?[] Dates(ApplicantFacts facts) =>
            [facts.GraduatedOn, facts.Title?.Since, facts.Skill?.Since, facts.ManagingSince];
    }

    internal sealed class Handler(TitleDb db, ICurrentUser user, TimeProvider clock) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var today = clock.Today();
            var year = query.Year ?? today.Year;
            var regions = await db.RuleSets.Where(r => r.IsPublished).Select(r => r.Region).Distinct().Order().ToListAsync(ct);
            var region = query.Region is { } asked && regions.Contains(asked) ? asked : regions.FirstOrDefault() ?? "";
            if (query.Facts is not { } facts)
            {
                return new Result(regions, region, year, null);
            }

            var sets = await db.RuleSets.AsNoTracking().Where(r => r.Region == region && r.IsPublished).ToListAsync(ct);
            var decisions = await db.ManualDecisions.AsNoTracking().Where(d => d.Person == user.Person).ToListAsync(ct);
            return new Result(
                regions, region, year, ChannelAdviser.Advise(facts, RuleSet.InForce(sets, year, today), year, decisions));
        }
    }
}
