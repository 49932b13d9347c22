using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Engine.Documents;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Workflows.Drafts;

/// <summary>Lists the saves of a flow, newest first: who saved when, and what that changed. Each can be gone back to.</summary>
public static class ListFlowSaves
{
    /// <summary>Saves on one page.</summary>
    public const int PageSize = 20;

    /// <param name="DefinitionId">The flow.</param>
    /// <param name="Before">Only saves with a lower number; null for the newest.</param>
    public sealed record Query(string DefinitionId, int? Before = null) : IRequest<Result>;

    /// <param name="Name">What the flow is called now.</param>
    /// <param name="MayRestore">Whether the reader may go back to one.</param>
    /// <param name="Saves">The saves.</param>
    /// <param name="Next">What to ask for older ones with; null if there are none.</param>
    public sealed record Result(string Name, bool MayRestore, IReadOnlyList<Save> Saves, int? Next);

    /// <param name="Number">Its number.</param>
    /// <param name="At">When.</param>
    /// <param name="By">Who; null if the person is gone.</param>
    /// <param name="IsDraft">Whether it is what designers work on now.</param>
    /// <param name="IsFirst">Whether nothing was saved before it.</param>
    /// <param name="Changes">Against the save before it; empty if only places in the drawing differ.</param>
    public sealed record Save(
        int Number, DateTimeOffset At, string? By, bool IsDraft, bool IsFirst, IReadOnlyList<FlowChange> Changes);

    internal sealed class Handler(TitleDb db, FlowDesigns designs, ICurrentUser user) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            if (await designs.OfAsync(query.DefinitionId, ct) is not [var newest, ..])
            {
                throw new NotFoundException();
            }

            // One more than is shown, for the last to be compared with.
            var drafts = await db.FlowDrafts.AsNoTracking()
                .Where(d => d.DefinitionId == query.DefinitionId && (query.Before == null || d.Revision < query.Before))
                .OrderByDescending(d => d.Revision).Take(PageSize + 1).ToListAsync(ct);
            var savers = drafts.Select(d => new PersonId(d.SavedBy)).Distinct().ToList();
            var names = await db.People.Where(p => savers.Contains(p.Id)).ToDictionaryAsync(p => p.Id.Value, p => p.Name, ct);
            var documents = drafts.Select(d => WorkflowDocument.Parse(d.Json)).ToList();
            var shown = drafts.Take(PageSize).Select((draft, i) => new Save(
                draft.Revision,
                draft.SavedAt,
                names.GetValueOrDefault(draft.SavedBy),
                draft.IsOpen,
                i + 1 == documents.Count,
                i + 1 == documents.Count ? [] : FlowChanges.Between(documents[i + 1], documents[i]))).ToList();
            return new Result(
                newest.Name, FlowDesigns.MayDraw(user), shown, drafts.Count > PageSize ? shown[^1].Number : null);
        }
    }
}
