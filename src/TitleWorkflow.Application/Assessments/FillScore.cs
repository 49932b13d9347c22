using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Declarations;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Domain.Assessments.Scoring;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Assessments;

/// <summary>An applicant states what the dossier is worth by the plan's standard (自评); the points follow from the entries.</summary>
public static class FillScore
{
    /// <param name="Declaration">The case.</param>
    /// <param name="Entries">Everything claimed; what is left out is no longer claimed.</param>
    public sealed record Command(DeclarationId Declaration, IReadOnlyList<ScoreEntry> Entries) : IRequest<Result>, ICommand
    {
        string ICommand.Subject => Declaration.ToString();
    }

    /// <param name="Working">The score, worked out.</param>
    public sealed record Result(ScoreWorking Working);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Entries).NotNull().Must(e => e.Count <= 200 && e.All(x => x is not null));
            RuleForEach(c => c.Entries).ChildRules(e =>
            {
                e.RuleFor(x => x.Item).NotEmpty().MaximumLength(60);
                e.RuleFor(x => x.Fact).NotEmpty().MaximumLength(200);
                e.RuleFor(x => x.Option).MaximumLength(60);
            });
        }
    }

    internal sealed class Handler(TitleDb db, DeclarationAccess access) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var declaration = await access.FindOwnAsync(command.Declaration, ct, withEvidence: true);
            var plan = await db.Plans.AsNoTracking().SingleAsync(p => p.Id == declaration.Plan, ct);
            var file = await db.ScoreFileAsync(declaration, ct);
            file.Fill(declaration, plan.Standard, command.Entries);
            db.Keep(file);
            db.HoldUnchanged(declaration);
            return new Result(file.Self(declaration));
        }
    }
}
