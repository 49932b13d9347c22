using System.Text.RegularExpressions;
using FluentValidation;
using FluentValidation.Results;
using MediatR;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Engine.Documents;

namespace TitleWorkflow.Application.Workflows.Drafts;

/// <summary>A designer saves what is drawn (保存草稿) and, if asked to, submits it for a second person's approval.</summary>
public static class SaveFlowDraft
{
    /// <summary>Characters a document may have.</summary>
    public const int LongestDocument = 4_000_000;

    private const string IdForm = "^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$";

    /// <param name="DefinitionId">The flow; null for a new one, and for a file that says itself which flow it is.</param>
    /// <param name="Json">The whole document, as the designer sends it.</param>
    /// <param name="BasedOn">
    /// The <see cref="FlowDesign.Token"/> of what was drawn on; null for a new flow, and for a file that brings a flow up to date
    /// which nobody is working on.
    /// </param>
    /// <param name="MayLoseSteps">Whether the designer has confirmed that steps are deleted.</param>
    /// <param name="IsImport">Whether a file replaces the drawing: it may have any shape and need not keep a step.</param>
    /// <param name="Submits">Whether it is submitted for approval in the same breath.</param>
    public sealed record Command(
        string? DefinitionId, string Json, string? BasedOn, bool MayLoseSteps = false, bool IsImport = false, bool Submits = false)
        : IRequest<Result>, ICommand
    {
        string ICommand.Subject => DefinitionId ?? "";
    }

    /// <param name="DefinitionId">The flow.</param>
    /// <param name="Submitted">Number of the version that now awaits approval; null if none was asked for or something is wrong.</param>
    /// <param name="Errors">What forbids submitting; the draft is stored all the same.</param>
    public sealed record Result(string DefinitionId, int? Submitted, IReadOnlyList<DocumentError> Errors);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.DefinitionId).Matches(IdForm).When(c => c.DefinitionId is not null);
            RuleFor(c => c.Json).NotEmpty().MaximumLength(LongestDocument);
        }
    }

    internal sealed class Handler(
        FlowDesigns designs, FlowSubmission submission, ICurrentUser user, StepTypes types, TimeProvider clock, CommandJournal journal)
        : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            if (!FlowDesigns.MayDraw(user) || user.Person is not { } person)
            {
                throw new NotFoundException();
            }

            var drawn = StepPreset.Settle(Read(command.Json));
            var id = command.DefinitionId ?? (command.IsImport ? IdIn(drawn) : null) ?? $"flow-{Guid.CreateVersion7():N}";
            var latest = await designs.OfAsync(id, ct) is [var newest, ..] ? newest : null;
            var isFree = latest is null || (command is { IsImport: true, BasedOn: null } && !latest.IsDraft);
            FlowRules.DraftUnchanged.Require(isFree || latest!.Token == command.BasedOn);

            var before = latest is null ? null : WorkflowDocument.Parse(latest.Json);
            var document = DesignerCopy.Take(drawn, before, await types.AllAsync(ct));
            if (!command.IsImport)
            {
                FlowRules.FlowchartOnly.Require(document.Root.Type == "Elsa.Flowchart");
                FlowRules.StepsStay.Require(command.MayLoseSteps || before is null || Keeps(before, document));
            }

            var now = clock.GetUtcNow();
            var stored = document.WithIdentity(
                latest?.VersionId ?? id, id, latest?.Number ?? 1, isLatest: true, isPublished: false, latest?.At ?? now);
            var draft = await designs.SaveAsync(id, stored.Name ?? id, stored.ToJson(), person.Value, now, ct);
            journal.Detail = $"{id}: {FlowDesigns.TokenOf(draft)}";
            if (!command.Submits)
            {
                return new Result(id, null, []);
            }

            var errors = await submission.CheckAsync(draft, ct);
            return errors.Count > 0
                ? new Result(id, null, errors)
                : new Result(id, await submission.SubmitAsync(draft, ct), []);
        }

        private static bool Keeps(WorkflowDocument before, WorkflowDocument after) =>
            !before.Nodes.Select(n => n.Id).Except(after.Nodes.Select(n => n.Id)).Any();

        private static string? IdIn(WorkflowDocument file) => file.DefinitionId is not { } id || Regex.IsMatch(id, IdForm)
            ? file.DefinitionId
            : throw new ValidationException([new ValidationFailure(nameof(Command.DefinitionId), id) { ErrorCode = "RegularExpressionValidator" }]);

        private static WorkflowDocument Read(string json)
        {
            try
            {
                return WorkflowDocument.Parse(json);
            }
            catch (DocumentException unreadable)
            {
                throw new ValidationException(
                [
                    new ValidationFailure(unreadable.Error.Path, unreadable.Error.Message) { ErrorCode = unreadable.Error.Code },
                ]);
            }
        }
    }
}
