using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Declarations;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Domain.Assessments.Scoring;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Assessments;

/// <summary>The employer's personnel office says of every entry of a self-score whether the originals bear it out (单位核定).</summary>
public static class CheckScore
{
    /// <param name="Declaration">The case.</param>
    /// <param name="Findings">An answer for every entry, by its place.</param>
    public sealed record Command(DeclarationId Declaration, IReadOnlyList<ScoreFinding> Findings) : IRequest<Result>, ICommand
    {
        string ICommand.Subject => Declaration.ToString();
    }

    /// <param name="Working">The confirmed score, worked out.</param>
    public sealed record Result(ScoreWorking Working);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Findings).NotNull().Must(f => f.Count <= 200 && f.All(x => x is not null));
            RuleForEach(c => c.Findings).ChildRules(f => f.RuleFor(x => x.Reason).MaximumLength(500));
        }
    }

    internal sealed class Handler(TitleDb db, DeclarationAccess access, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            if (!await access.SeesAsAsync(Role.EmployerHr, command.Declaration, ct)
                || await access.SightOfAsync(command.Declaration, ct) == Sight.Own)
            {
                throw new NotFoundException();
            }

            var declaration = await db.Declarations.Include(d => d.Evidence).SingleAsync(d => d.Id == command.Declaration, ct);
            var file = await db.ScoreFileAsync(declaration, ct);
            file.Check(declaration, command.Findings, clock.GetUtcNow());
            db.Keep(file);
            db.HoldUnchanged(declaration);
            return new Result(file.Checked(declaration)!);
        }
    }
}
