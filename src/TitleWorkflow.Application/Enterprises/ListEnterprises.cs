using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Enterprises;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Enterprises;

/// <summary>Shows the enterprises with an honour, live or over, that one may see, with this year's nominations.</summary>
public static class ListEnterprises
{
    public sealed record Query : IRequest<Result>;

    /// <param name="Items">By name.</param>
    public sealed record Result(IReadOnlyList<Row> Items);

    /// <param name="Enterprise">The enterprise.</param>
    /// <param name="Name">Chinese name.</param>
    /// <param name="EnglishName">Name on English pages; null where there is none.</param>
    /// <param name="Honor">The highest honour live today; null if none is.</param>
    /// <param name="Used">Nominations of this year, reserved or used up.</param>
    public sealed record Row(OrganisationId Enterprise, string Name, string? EnglishName, HonorLevel? Honor, int Used);

    internal sealed class Handler(TitleDb db, ICurrentUser user, TimeProvider clock) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var today = clock.Today();
            var enterprises = await db.EnterprisesOf(user).Where(o => db.EnterpriseHonors.Any(h => h.Enterprise == o.Id))
                .OrderBy(o => o.Name).Select(o => new { o.Id, o.Name, o.EnglishName }).ToListAsync(ct);
            var ids = enterprises.ConvertAll(e => e.Id);
            var honors = (await db.EnterpriseHonors.AsNoTracking().Where(h => ids.Contains(h.Enterprise)).ToListAsync(ct))
                .ToLookup(h => h.Enterprise);
            var quotas = await db.NominationQuotas.AsNoTracking()
                .Where(q => q.Year == today.Year && ids.Contains(q.Enterprise)).ToDictionaryAsync(q => q.Enterprise, ct);
            return new Result(
            [
                .. enterprises.Select(e => new Row(
                    e.Id, e.Name, e.EnglishName,
                    honors[e.Id].Where(h => h.IsLiveOn(today)).Select(h => (HonorLevel?)h.Level).Max(),
                    quotas.GetValueOrDefault(e.Id)?.Slots.Count ?? 0)),
            ]);
        }
    }
}
