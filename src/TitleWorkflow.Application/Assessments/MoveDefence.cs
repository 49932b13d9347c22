using FluentValidation;
using MediatR;
using TitleWorkflow.Application.Notices;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Assessments.Defences;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Assessments;

/// <summary>The office moves one oral defence to another room or time, for a reason; who knew of the old one is told (调整答辩).</summary>
public static class MoveDefence
{
    /// <param name="Schedule">The schedule.</param>
    /// <param name="Declaration">The dossier.</param>
    /// <param name="Room">Where to.</param>
    /// <param name="StartsAt">When to; one of the schedule's times.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Command(
        DefenceScheduleId Schedule, DeclarationId Declaration, string Room, DateTimeOffset StartsAt, string Reason) : IRequest, ICommand
    {
        string ICommand.Subject => Declaration.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Declaration.Value).NotEmpty().OverridePropertyName("Candidate");
            RuleFor(c => c.Room).NotEmpty().MaximumLength(60);
            RuleFor(c => c.Reason).MaximumLength(500);
        }
    }

    internal sealed class Handler(TitleDb db, ICurrentUser user, NoticeDesk notices, CommandJournal journal) : IRequestHandler<Command>
    {
        public async Task Handle(Command command, CancellationToken ct)
        {
            var (schedule, all, defence) = await new DefenceFacts(db, user).FindAsync(command.Schedule, command.Declaration, ct);
            defence.Move(schedule.Day, command.Room, command.StartsAt, command.Reason, all);

            // What is free depends on where all the others are.
            db.HoldUnchanged(schedule);
            foreach (var other in all)
            {
                db.HoldUnchanged(other.Defence);
            }

            if (schedule.PublishedAt is not null)
            {
                await db.TellOfDefencesAsync(notices, [all.Single(h => h.Defence == defence)], ct);
            }

            journal.Detail = $"{defence.StartsAt:yyyy-MM-dd HH:mm} {defence.Room}: {defence.MovedBecause}";
        }
    }
}
