using FluentValidation;
using MediatR;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Experts;

/// <summary>The office records the signed answers of candidates who have no account, many at once.</summary>
public static class RecordConsents
{
    /// <param name="Answers">One for each candidate.</param>
    /// <param name="Document">The signed paper they stand on; kept in each history.</param>
    public sealed record Command(IReadOnlyList<Answer> Answers, string Document) : IRequest, ICommand;

    /// <param name="Expert">Who.</param>
    /// <param name="Consents">True to serve.</param>
    public sealed record Answer(PersonId Expert, bool Consents);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Answers).NotEmpty().Must(d => d.Count <= NominateExperts.Most);
            RuleFor(c => c.Document).NotEmpty().MaximumLength(200);
        }
    }

    internal sealed class Handler(TitleDb db, ICurrentUser user, TimeProvider clock, CommandJournal journal)
        : IRequestHandler<Command>
    {
        public async Task Handle(Command command, CancellationToken ct)
        {
            var experts = (await db.FindExpertsAsync(user, command.Answers.Select(d => d.Expert), ct))
                .ToDictionary(e => e.Person);
            foreach (var answer in command.Answers)
            {
                experts[answer.Expert].AnswerNomination(answer.Consents, user.Name, clock.GetUtcNow(), command.Document);
            }

            journal.Detail = $"{command.Document}: {command.Answers.Count(a => a.Consents)} consent, {command.Answers.Count(a => !a.Consents)} decline";
        }
    }
}
