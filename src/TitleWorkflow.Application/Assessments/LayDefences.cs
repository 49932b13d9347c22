using FluentValidation;
using MediatR;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Assessments.Defences;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Assessments;

/// <summary>The office keeps a layout of oral defences as a schedule nobody is told of before it is published (编排答辩).</summary>
public static class LayDefences
{
    /// <param name="Committee">The committee.</param>
    /// <param name="Day">Hours and rooms.</param>
    /// <param name="Declarations">Whom to hear.</param>
    public sealed record Command(OrganisationId Committee, DefenceDay Day, IReadOnlyList<DeclarationId> Declarations)
        : IRequest<Result>, ICommand
    {
        string ICommand.Subject => Committee.ToString();
    }

    /// <param name="Schedule">The schedule.</param>
    public sealed record Result(DefenceScheduleId Schedule);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Day).NotNull().ChildRules(Shape);
            RuleFor(c => c.Declarations).NotEmpty().Must(d => d is null || d.Count <= 500);
        }
    }

    /// <summary>The shape of a day, kept or only asked about.</summary>
    internal static void Shape(InlineValidator<DefenceDay> day)
    {
        day.RuleFor(d => d.MinutesEach).InclusiveBetween(5, 180);
        day.RuleFor(d => d.BreakAfter).InclusiveBetween(0, 50);
        day.RuleFor(d => d.BreakMinutes).InclusiveBetween(0, 240);
        day.RuleFor(d => d.Until).GreaterThan(d => d.FirstAt);
        day.RuleFor(d => d.Rooms).NotEmpty().Must(r => r is null || (r.Count <= 20 && r.Distinct().Count() == r.Count));
        day.RuleForEach(d => d.Rooms).NotEmpty().MaximumLength(60);
    }

    internal sealed class Handler(TitleDb db, ICurrentUser user, CommandJournal journal) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var facts = new DefenceFacts(db, user);
            var committee = await facts.CommitteeAsync(command.Committee, ct);
            var layout = await facts.LayOutAsync(committee.Id, command.Day, [.. command.Declarations.Distinct()], ct);
            var places = layout.Required();
            var schedule = new DefenceSchedule(committee.Id, command.Day);
            db.DefenceSchedules.Add(schedule);
            db.OralDefences.AddRange(places.Select(p => new OralDefence(schedule.Id, p)));
            journal.Detail = $"{schedule.HeldOn:yyyy-MM-dd} candidates={places.Count}";
            return new Result(schedule.Id);
        }
    }
}
