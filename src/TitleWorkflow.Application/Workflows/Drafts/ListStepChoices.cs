using MediatR;
using TitleWorkflow.Application.Organisations;
using TitleWorkflow.Application.Workflows.Guards;
using TitleWorkflow.Application.WorkItems;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.Publicity;

namespace TitleWorkflow.Application.Workflows.Drafts;

/// <summary>Lists the words that inputs of our steps can be set to, so that a designer chooses rather than types.</summary>
public static class ListStepChoices
{
    public sealed record Query : IRequest<Result>;

    /// <param name="Roles">Who may be given a task.</param>
    /// <param name="Scopes">Whose office.</param>
    /// <param name="Forms">Forms with pages of their own, and the general one.</param>
    /// <param name="Stages">Stages of a case.</param>
    /// <param name="Statuses">Statuses of a declaration.</param>
    /// <param name="Publicities">Kinds of publicity.</param>
    public sealed record Result(
        IReadOnlyList<Role> Roles,
        IReadOnlyList<OfficeScope> Scopes,
        IReadOnlyList<string> Forms,
        IReadOnlyList<Stage> Stages,
        IReadOnlyList<DeclarationStatus> Statuses,
        IReadOnlyList<PublicityKind> Publicities);

    internal sealed class Handler(IEnumerable<ITaskForm> forms) : IRequestHandler<Query, Result>
    {
        public Task<Result> Handle(Query query, CancellationToken ct) => Task.FromResult(new Result(
            FlowFloor.RolesWithCases,
            Enum.GetValues<OfficeScope>(),
            [.. forms.SelectMany(f => f.Names).Union(TaskForms.EndByOwnAct).Order(StringComparer.Ordinal)],
            Enum.GetValues<Stage>(),
            Enum.GetValues<DeclarationStatus>(),
            Enum.GetValues<PublicityKind>()));
    }
}
