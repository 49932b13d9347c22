using MediatR;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Questionnaires;

/// <summary>The office opens its questionnaire; everybody it asks is told.</summary>
public static class OpenQuestionnaire
{
    /// <param name="Number">The questionnaire's number.</param>
    public sealed record Command(string Number) : IRequest<Result>, ICommand
    {
        string ICommand.Subject => Number;
    }

    /// <param name="Told">How many people got a notice.</param>
    public sealed record Result(int Told);

    internal sealed class Handler(TitleDb db, ICurrentUser user, QuestionnaireReach reach, TimeProvider clock)
        : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var questionnaire = await db.FindOwnQuestionnaireAsync(user, command.Number, ct);
            questionnaire.Open(clock.GetUtcNow());
            return new Result(await reach.TellAsync(questionnaire, "notice.questionnaire-opened", ct));
        }
    }
}
