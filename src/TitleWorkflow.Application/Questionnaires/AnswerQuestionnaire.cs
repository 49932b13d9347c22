using FluentValidation;
using FluentValidation.Results;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.Questionnaires;
using TitleWorkflow.Domain.WorkItems;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Questionnaires;

/// <summary>Whoever is asked answers, or answers again: the last answer before it is closed counts (填报问卷).</summary>
public static class AnswerQuestionnaire
{
    /// <param name="Number">The questionnaire's number.</param>
    /// <param name="Values">Values by label; see <see cref="TaskField"/>.</param>
    /// <param name="Enterprise">For which enterprise; null for the first, or the only one, the user answers for.</param>
    public sealed record Command(string Number, IReadOnlyDictionary<string, string> Values, OrganisationId? Enterprise = null)
        : IRequest, ICommand
    {
        string ICommand.Subject => Number;
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Values).NotNull().Must(v => v.Count <= Questionnaire.MostFields);
    }

    internal sealed class Handler(TitleDb db, ICurrentUser user, QuestionnaireReach reach, TimeProvider clock) : IRequestHandler<Command>
    {
        public async Task Handle(Command command, CancellationToken ct)
        {
            var questionnaire = await db.Questionnaires.SingleOrDefaultAsync(q => q.Number == command.Number, ct)
                ?? throw new NotFoundException();
            var who = (await reach.AnsweredByAsync(user, questionnaire, ct))
                .FirstOrDefault(n => command.Enterprise is null || n.Who.Enterprise == command.Enterprise)?.Who ?? throw new NotFoundException();
            var now = clock.GetUtcNow();
            if (questionnaire.StateOn(now.LegalDate()) == QuestionnaireState.Open)
            {
                NameWhatIsUnfit(questionnaire, command.Values);
            }

            if (await reach.Answers(questionnaire).SingleOrDefaultAsync(
                a => a.Enterprise == who.Enterprise && a.Person == who.Person, ct) is { } earlier)
            {
                earlier.Revise(questionnaire, command.Values, user.Person!.Value, now);
            }
            else
            {
                db.QuestionnaireAnswers.Add(QuestionnaireAnswer.Give(questionnaire, who, command.Values, user.Person!.Value, now));
            }

            // Whoever closes it at the same instant closes it before this answer or after it, never around it.
            db.HoldUnchanged(questionnaire);
        }

        // Field by field, for a rule alone would not say where.
        private static void NameWhatIsUnfit(Questionnaire questionnaire, IReadOnlyDictionary<string, string> values)
        {
            List<ValidationFailure> failures =
                [.. questionnaire.Unfit(values).Select(f => Failure(questionnaire.Fields.IndexOf(f), f, values.GetValueOrDefault(f.Label)))];
            if (failures.Count > 0)
            {
                throw new ValidationException(failures);
            }
        }

        private static ValidationFailure Failure(int place, TaskField field, string? value)
        {
            var code = string.IsNullOrWhiteSpace(value) ? "FieldRequired" : $"Field{field.Kind}";
            return new ValidationFailure($"Fields[{place}].Value", code)
            {
                ErrorCode = code,
                FormattedMessagePlaceholderValues = new()
                {
                    ["Label"] = field.English is { } english ? $"{field.Label} ({english})" : field.Label,
                },
            };
        }
    }
}
