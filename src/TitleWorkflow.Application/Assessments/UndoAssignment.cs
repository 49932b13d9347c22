using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Assessments;

/// <summary>
/// The office takes assignments back while nobody has handed in anything: the readers' tasks are withdrawn and the dossiers
/// wait for readers again, all of them or none (撤销分派).
/// </summary>
public static class UndoAssignment
{
    /// <param name="Committee">The committee.</param>
    /// <param name="Declarations">The dossiers.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Command(OrganisationId Committee, IReadOnlyList<DeclarationId> Declarations, string Reason)
        : IRequest<Result>, ICommand
    {
        string ICommand.Subject => Committee.ToString();
    }

    /// <param name="Undone">How many dossiers wait for readers again.</param>
    public sealed record Result(int Undone);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Declarations).NotEmpty().WithMessage("assessments.none-chosen").Must(d => d is null || d.Count <= 500);
            RuleFor(c => c.Reason).MaximumLength(500);
        }
    }

    internal sealed class Handler(TitleDb db, ReadingDesk desk, TimeProvider clock, CommandJournal journal)
        : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var (committee, office) = await desk.CommitteeAsync(command.Committee, ct);
            var now = clock.GetUtcNow();
            var ids = command.Declarations.Distinct().ToList();
            List<string> numbers = [];
            foreach (var id in ids)
            {
                var (declaration, review) = await desk.FindAsync(committee, id, ct);

                review.Undo(declaration, command.Reason, await db.ScoreSheets.CountAsync(s => s.Review == review.Id, ct), now);
                await desk.WithdrawAsync(declaration, null, ct);
                declaration.Note(HistoryAct.AssignmentUndone, office, now);
                numbers.Add(declaration.Number);
            }

            db.HoldUnchanged(committee);
            journal.Detail = $"{string.Join(", ", numbers)}: {command.Reason}";
            return new Result(ids.Count);
        }
    }
}
