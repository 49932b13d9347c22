using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.RuleSets;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Assessments;

/// <summary>The office has another member read a dossier in place of one, for a reason (更换评议专家).</summary>
public static class ReplaceReader
{
    /// <param name="Committee">The committee.</param>
    /// <param name="Declaration">The dossier.</param>
    /// <param name="Reader">Who reads no longer.</param>
    /// <param name="By">Who reads instead.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Command(OrganisationId Committee, DeclarationId Declaration, PersonId Reader, PersonId By, string Reason)
        : IRequest, ICommand
    {
        string ICommand.Subject => Declaration.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Reader.Value).NotEmpty().OverridePropertyName(nameof(Command.Reader));
            RuleFor(c => c.By.Value).NotEmpty().OverridePropertyName(nameof(Command.By));
            RuleFor(c => c.Reason).MaximumLength(500);
        }
    }

    internal sealed class Handler(TitleDb db, ReadingDesk desk, TimeProvider clock, CommandJournal journal) : IRequestHandler<Command>
    {
        public async Task Handle(Command command, CancellationToken ct)
        {
            var (committee, office) = await desk.CommitteeAsync(command.Committee, ct);
            var (declaration, review) = await desk.FindAsync(committee, command.Declaration, ct);
            var @case = (await new AssignmentFacts(db, clock).CasesAsync(committee, [declaration.Id], ct)).Single();
            @case.RequireNoConflict([command.By]);
            var rules = await db.RuleSets.AsNoTracking().SingleAsync(r => r.Id == declaration.RuleSet, ct);
            var handedIn = await db.ScoreSheets.Where(s => s.Review == review.Id && s.Round == review.Round)
                .Select(s => s.Expert).ToHashSetAsync(ct);
            var now = clock.GetUtcNow();

            review.Replace(
                declaration, command.Reader, command.By, command.Reason, committee.Members.Select(m => m.Person).ToHashSet(),
                handedIn, rules[Parameter.GroupMinimumExperts], now);
            await desk.WithdrawAsync(declaration, [command.Reader], ct);
            declaration.Note(HistoryAct.ReaderReplaced, office, now);
            db.HoldUnchanged(committee);
            journal.Detail = $"{command.Reader} → {command.By}: {command.Reason}";
        }
    }
}
