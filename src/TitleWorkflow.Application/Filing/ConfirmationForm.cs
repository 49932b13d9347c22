using FluentValidation;
using FluentValidation.Results;
using TitleWorkflow.Application.WorkItems;

namespace TitleWorkflow.Application.Filing;

/// <summary>The bureau confirms a clean result under a document number (确认).</summary>
internal sealed class ConfirmationForm : ITaskForm
{
    public IReadOnlyList<string> Names { get; } = ["confirmation"];

    public Task ApplyAsync(TaskAnswer task, CancellationToken ct)
    {
        var (_, declaration, answer, actor, now) = task;
        if (string.IsNullOrWhiteSpace(answer.DocumentNumber))
        {
            throw new ValidationException([new ValidationFailure(nameof(answer.DocumentNumber), "required") { ErrorCode = "NotEmptyValidator" }]);
        }

        declaration.Confirm(answer.DocumentNumber.Trim(), actor, now);
        return Task.CompletedTask;
    }
}
