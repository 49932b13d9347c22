using MediatR;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Questionnaires;

/// <summary>The office deletes a questionnaire that was never opened.</summary>
public static class DeleteQuestionnaire
{
    /// <param name="Number">The questionnaire's number.</param>
    public sealed record Command(string Number) : IRequest, ICommand
    {
        string ICommand.Subject => Number;
    }

    internal sealed class Handler(TitleDb db, ICurrentUser user) : IRequestHandler<Command>
    {
        public async Task Handle(Command command, CancellationToken ct)
        {
            var questionnaire = await db.FindOwnQuestionnaireAsync(user, command.Number, ct);
            questionnaire.RequireDraft();
            db.Questionnaires.Remove(questionnaire);
        }
    }
}
