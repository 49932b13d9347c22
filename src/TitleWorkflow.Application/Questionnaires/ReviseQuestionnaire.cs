using FluentValidation;
using MediatR;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Questionnaires;

/// <summary>The office changes a questionnaire before it is opened.</summary>
public static class ReviseQuestionnaire
{
    /// <param name="Number">The questionnaire's number.</param>
    /// <param name="Sheet">What is asked now.</param>
    public sealed record Command(string Number, QuestionnaireSheet Sheet) : IRequest, ICommand
    {
        string ICommand.Subject => Number;
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Sheet).NotNull().ChildRules(QuestionnaireSheet.Check);
    }

    internal sealed class Handler(TitleDb db, ICurrentUser user) : IRequestHandler<Command>
    {
        public async Task Handle(Command command, CancellationToken ct)
        {
            var questionnaire = await db.FindOwnQuestionnaireAsync(user, command.Number, ct);
            questionnaire.Revise(command.Sheet.Terms());
        }
    }
}
