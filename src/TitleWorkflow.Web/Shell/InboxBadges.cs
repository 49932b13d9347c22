using MediatR;
using TitleWorkflow.Application.WorkItems;

namespace TitleWorkflow.Web.Shell;

/// <summary>Counts asked for once per request, whatever shows them.</summary>
internal sealed class InboxBadges(ISender sender) : IBadges
{
    private Task<CountBadges.Result>? counted;

    /// <summary>What waits for the signed-in person.</summary>
    public Task<CountBadges.Result> CountOnceAsync(CancellationToken ct) =>
        counted ??= sender.Send(new CountBadges.Query(), ct);

    public async Task<IReadOnlyDictionary<string, int>> CountAsync(CancellationToken ct)
    {
        var counts = await CountOnceAsync(ct);

        return new Dictionary<string, int> { ["/inbox"] = counts.Mine + counts.Available + counts.Decisions, ["/notices"] = counts.UnreadNotices };
    }
}
