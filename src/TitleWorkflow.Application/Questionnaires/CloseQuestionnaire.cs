using MediatR;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Questionnaires;

/// <summary>The office closes its questionnaire before the last day is over; answers stay as they are.</summary>
public static class CloseQuestionnaire
{
    /// <param name="Number">The questionnaire's number.</param>
    public sealed record Command(string Number) : IRequest, ICommand
    {
        string ICommand.Subject => Number;
    }

    internal sealed class Handler(TitleDb db, ICurrentUser user, TimeProvider clock) : IRequestHandler<Command>
    {
        public async Task Handle(Command command, CancellationToken ct)
        {
            var questionnaire = await db.FindOwnQuestionnaireAsync(user, command.Number, ct);
            questionnaire.Close(clock.GetUtcNow());
        }
    }
}
