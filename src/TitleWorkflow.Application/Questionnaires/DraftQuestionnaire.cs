using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.Questionnaires;
using TitleWorkflow.Persistence;
using TitleWorkflow.Persistence.Writing;

namespace TitleWorkflow.Application.Questionnaires;

/// <summary>An office begins a questionnaire about how far declarations are (起草申报进度问卷).</summary>
public static class DraftQuestionnaire
{
    /// <param name="Role">In which role it is asked.</param>
    /// <param name="Office">The office where that role is held.</param>
    /// <param name="Sheet">What is asked.</param>
    public sealed record Command(Role Role, OrganisationId Office, QuestionnaireSheet Sheet) : IRequest<Result>, ICommand
    {
        string ICommand.Subject => Office.ToString();
    }

    /// <param name="Questionnaire">The questionnaire.</param>
    /// <param name="Number">Its number.</param>
    public sealed record Result(QuestionnaireId Questionnaire, string Number);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Sheet).NotNull().ChildRules(QuestionnaireSheet.Check);
    }

    internal sealed class Handler(TitleDb db, ICurrentUser user, Numbers numbers, TimeProvider clock, CommandJournal journal)
        : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var office = user.AsksFor().Any(g => g.Role == command.Role && g.Organisation == command.Office)
                ? await db.Organisations.AsNoTracking().SingleAsync(o => o.Id == command.Office, ct)
                : throw new NotFoundException();
            var terms = command.Sheet.Terms();

            // An organising unit has no territory of its own: it organises for the authority above it.
            var territory = office.Kind == OrganisationKind.OrganisingUnit ? office.Parent ?? office.Id : office.Id;
            var year = clock.Today().Year;
            var number = $"WJ-{year}-{await numbers.NextAsync($"questionnaire/{year}", ct):0000}";
            var questionnaire = Questionnaire.Draft(
                number, new QuestionnaireAsker(command.Role, office.Id, territory), terms, user.Person!.Value, clock.GetUtcNow());
            db.Questionnaires.Add(questionnaire);
            journal.Detail = number;
            return new Result(questionnaire.Id, number);
        }
    }
}
