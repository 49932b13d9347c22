using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Declarations;

/// <summary>An applicant's section is stored as typed, complete or not; it says what is still to mend.</summary>
public static class SaveSection
{
    /// <param name="Declaration">The case.</param>
    /// <param name="Section">Key of the section.</param>
    /// <param name="Values">Values by field key; the whole section, fields left out count as empty.</param>
    public sealed record Command(
        DeclarationId Declaration, string Section, IReadOnlyDictionary<string, string> Values) : IRequest<Result>, ICommand
    {
        string ICommand.Subject => $"{Declaration}/{Section}";

        /// <summary>True while a page saves by itself, many times under its one key: only the last one counts.</summary>
        public bool IsAutosave { get; init; }

        bool ICommand.KeepsAnswer => !IsAutosave;
    }

    /// <param name="SavedAt">When it was stored.</param>
    /// <param name="Defects">What still stands in the way of submission in this section; nothing is refused for it.</param>
    public sealed record Result(DateTimeOffset SavedAt, IReadOnlyList<DossierDefect> Defects);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Section).NotEmpty().MaximumLength(60);

            // Longer than a field allows is stored and shown as a defect; this only keeps out what is no form any more.
            RuleFor(c => c.Values).NotNull().Must(v => v.Count <= 100 && v.Values.All(t => t is null || t.Length <= 20_000));
        }
    }

    internal sealed class Handler(TitleDb db, DeclarationAccess access, TimeProvider clock)
        : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var declaration = await access.FindOwnAsync(command.Declaration, ct, withEvidence: true);
            var plan = await db.Plans.AsNoTracking().SingleAsync(p => p.Id == declaration.Plan, ct);
            var section = plan.Form.Find(command.Section) ?? throw new NotFoundException();
            declaration.Fill(section, command.Values);
            return new Result(
                clock.GetUtcNow(), [.. declaration.Defects(plan.Form).Where(d => d.Section == section.Key)]);
        }
    }
}
