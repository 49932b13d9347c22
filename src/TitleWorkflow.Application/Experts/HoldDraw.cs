using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Notices;
using TitleWorkflow.Application.Operation;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Experts;
using TitleWorkflow.Domain.RuleSets;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Experts;

/// <summary>The supervisor gives the inputs and with that holds the draw; the drawn members are invited (现场抽取).</summary>
public static class HoldDraw
{
    /// <param name="Draw">The frozen draw.</param>
    /// <param name="PublicValue">The public value, as published.</param>
    /// <param name="SupervisorNumber">The number the supervisor calls out.</param>
    public sealed record Command(ExpertDrawId Draw, string PublicValue, string SupervisorNumber) : IRequest, ICommand
    {
        string ICommand.Subject => Draw.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.PublicValue).NotEmpty().MaximumLength(200);
            RuleFor(c => c.SupervisorNumber).NotEmpty().MaximumLength(60);
        }
    }

    internal sealed class Handler(
        TitleDb db, OfficialCalendar calendar, NoticeDesk notices, ICurrentUser user, TimeProvider clock, CommandJournal journal)
        : IRequestHandler<Command>
    {
        public async Task Handle(Command command, CancellationToken ct)
        {
            var draw = await db.DrawsWitnessedBy(user).FindDrawAsync(command.Draw, ct);
            var plan = await db.Plans.AsNoTracking().SingleAsync(p => p.Id == draw.Plan, ct);
            var rules = await db.RuleSets.AsNoTracking().SingleAsync(r => r.Id == plan.RuleSet, ct);
            var answerBy = (await calendar.GetAsync(ct)).Window(clock.Today(), rules[Parameter.DrawAnswerDays]).LastDay;
            draw.Draw([command.PublicValue, command.SupervisorNumber], user.Person!.Value, answerBy, clock.GetUtcNow());
            journal.Detail = $"seed {draw.Seed}, record {DrawRecord.Of(draw).Digest}";
            foreach (var seat in draw.Seats.Where(s => s.IsMember))
            {
                await notices.InviteAsync(seat.Expert, draw, ct);
            }
        }
    }
}
