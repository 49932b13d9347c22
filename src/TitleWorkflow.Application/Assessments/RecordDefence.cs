using FluentValidation;
using MediatR;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Assessments.Defences;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Assessments;

/// <summary>The office records whether an applicant came to the oral defence, and a score or opinion for reference (答辩记录).</summary>
public static class RecordDefence
{
    /// <param name="Schedule">The schedule.</param>
    /// <param name="Declaration">The dossier.</param>
    /// <param name="Attended">Whether the applicant came.</param>
    /// <param name="Score">Points from 0 to 100; null for none.</param>
    /// <param name="Opinion">What the readers thought of it; null for nothing.</param>
    public sealed record Command(
        DefenceScheduleId Schedule, DeclarationId Declaration, bool Attended, int? Score, string? Opinion) : IRequest, ICommand
    {
        string ICommand.Subject => Declaration.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Declaration.Value).NotEmpty().OverridePropertyName("Heard");
            RuleFor(c => c.Opinion).MaximumLength(2000);
        }
    }

    internal sealed class Handler(TitleDb db, ICurrentUser user, TimeProvider clock, CommandJournal journal) : IRequestHandler<Command>
    {
        public async Task Handle(Command command, CancellationToken ct)
        {
            var (schedule, _, defence) = await new DefenceFacts(db, user).FindAsync(command.Schedule, command.Declaration, ct);
            defence.Record(schedule, command.Attended, command.Score, command.Opinion, clock.GetUtcNow());
            db.HoldUnchanged(schedule);
            journal.Detail = $"{defence.Outcome}";
        }
    }
}
