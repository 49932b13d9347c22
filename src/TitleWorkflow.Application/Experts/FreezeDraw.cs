using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Experts;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.RuleSets;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Experts;

/// <summary>The office freezes pool and policy of a draw; their hashes stand before any input is known (封存名单).</summary>
public static class FreezeDraw
{
    /// <param name="Plan">The plan whose cases will be reviewed.</param>
    /// <param name="MeetingOn">Day of the meeting.</param>
    /// <param name="Size">Members, N.</param>
    /// <param name="Alternates">Alternates.</param>
    /// <param name="PublicInput">The public value that will seed the draw, named before it is known.</param>
    /// <param name="Reason">Why a further round is needed; null in the first.</param>
    public sealed record Command(
        PlanId Plan, DateOnly MeetingOn, int Size, int Alternates, string PublicInput, string? Reason = null)
        : IRequest<ExpertDrawId>, ICommand
    {
        string ICommand.Subject => Plan.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator(TimeProvider clock)
        {
            RuleFor(c => c.MeetingOn).Must(d => d > clock.Today());
            RuleFor(c => c.Size).InclusiveBetween(1, 99);
            RuleFor(c => c.Alternates).InclusiveBetween(0, 50);
            RuleFor(c => c.PublicInput).NotEmpty().MaximumLength(200);
            RuleFor(c => c.Reason).MaximumLength(500);
        }
    }

    internal sealed class Handler(TitleDb db, ICurrentUser user, DrawFacts facts, TimeProvider clock, CommandJournal journal)
        : IRequestHandler<Command, ExpertDrawId>
    {
        public async Task<ExpertDrawId> Handle(Command command, CancellationToken ct)
        {
            var offices = user.OfficesOf(Role.CommitteeOffice);
            var plan = await db.Plans.AsNoTracking()
                    .SingleOrDefaultAsync(p => p.Id == command.Plan && offices.Contains(p.Committee), ct)
                ?? throw new NotFoundException();
            var rules = await facts.RulesAsync(plan, ct);
            var pool = await facts.PoolAsync(plan, rules, command.MeetingOn, ct);
            var round = 1 + await db.ExpertDraws.CountAsync(d => d.Plan == plan.Id, ct);
            var draw = ExpertDraw.Freeze(
                new DrawOccasion(plan.Id, plan.Committee, plan.Level, command.MeetingOn, rules[Parameter.DrawReleaseHours]),
                pool, DrawFacts.Policy(rules, command.Size, command.Alternates, command.PublicInput),
                round, command.Reason, clock.GetUtcNow());
            db.ExpertDraws.Add(draw);
            journal.Detail = $"round {round}, pool {draw.PoolHash}, policy {draw.PolicyHash}";
            return draw.Id;
        }
    }
}
