using FluentValidation;
using FluentValidation.Results;
using TitleWorkflow.Application.WorkItems;
using TitleWorkflow.Domain.Organisations;

namespace TitleWorkflow.Application.Filing;

/// <summary>The bureau confirms a clean result under a document number, or takes a pilot's result on file (确认、备案).</summary>
internal sealed class ConfirmationForm : ITaskForm
{
    public IReadOnlyList<string> Names { get; } = ["confirmation"];

    public Task ApplyAsync(TaskAnswer task, CancellationToken ct)
    {
        var (item, declaration, answer, actor, now) = task;
        if (string.IsNullOrWhiteSpace(answer.DocumentNumber))
        {
            throw new ValidationException([new ValidationFailure(nameof(answer.DocumentNumber), "required") { ErrorCode = "NotEmptyValidator" }]);
        }

        declaration.Confirm(answer.DocumentNumber.Trim(), actor, now, item.Role is Role.CityOfficer or Role.ProvinceOfficer);
        return Task.CompletedTask;
    }
}
