using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Nominations;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Enterprises;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Enterprises;

/// <summary>Shows what of an enterprise's archive nominations rest on: honours, this year's quota, lost rights (一企一档).</summary>
public static class GetEnterprise
{
    /// <param name="Enterprise">The enterprise.</param>
    public sealed record Query(OrganisationId Enterprise) : IRequest<Result>;

    /// <param name="Enterprise">The enterprise.</param>
    /// <param name="Name">Chinese name.</param>
    /// <param name="EnglishName">Name on English pages; null where there is none.</param>
    /// <param name="Honors">The newest first.</param>
    /// <param name="Quota">Nominations of this year.</param>
    /// <param name="NominatesAgainOn">First day on which a lost right is back; null if none is lost.</param>
    /// <param name="MayRegister">Whether the reader may enter honours.</param>
    public sealed record Result(
        OrganisationId Enterprise,
        string Name,
        string? EnglishName,
        IReadOnlyList<Honor> Honors,
        QuotaLine Quota,
        DateOnly? NominatesAgainOn,
        bool MayRegister);

    /// <param name="Kind">As what.</param>
    /// <param name="Level">Who gave it.</param>
    /// <param name="From">First day.</param>
    /// <param name="To">Last day.</param>
    /// <param name="ListNumber">Number of the joint list.</param>
    /// <param name="IsLive">Whether it is live today.</param>
    public sealed record Honor(HonorKind Kind, HonorLevel Level, DateOnly From, DateOnly To, string ListNumber, bool IsLive);

    internal sealed class Handler(TitleDb db, ICurrentUser user, NominationDesk desk, TimeProvider clock)
        : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var today = clock.Today();
            var enterprise = await db.EnterprisesOf(user).AsNoTracking().SingleOrDefaultAsync(o => o.Id == query.Enterprise, ct)
                ?? throw new NotFoundException();
            var honors = await db.EnterpriseHonors.AsNoTracking().Where(h => h.Enterprise == enterprise.Id)
                .OrderByDescending(h => h.From).ToListAsync(ct);
            var lost = await db.NominationLiabilities.Where(l => l.Enterprise == enterprise.Id && l.From <= today && l.To >= today)
                .MaxAsync(l => (DateOnly?)l.To, ct);
            return new Result(
                enterprise.Id, enterprise.Name, enterprise.EnglishName,
                [.. honors.Select(h => new Honor(h.Kind, h.Level, h.From, h.To, h.ListNumber, h.IsLiveOn(today)))],
                await desk.QuotaLineAsync(enterprise.Id, today, ct),
                lost?.AddDays(1),
                user.Has(Role.CityOfficer));
        }
    }
}
