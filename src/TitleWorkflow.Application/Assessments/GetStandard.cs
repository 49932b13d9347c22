using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Domain.Assessments.Scoring;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Assessments;

/// <summary>Shows a plan's scoring standard as a tree, its draft against it, and how many dossiers keep an earlier version (赋分标准).</summary>
public static class GetStandard
{
    /// <param name="Plan">The plan.</param>
    public sealed record Query(PlanId Plan) : IRequest<Result>;

    /// <param name="Plan">The plan.</param>
    /// <param name="Title">Its title, Chinese.</param>
    /// <param name="EnglishTitle">Its title, English.</param>
    /// <param name="Year">Its year.</param>
    /// <param name="Standard">The standard in force for what is submitted now.</param>
    /// <param name="Kept">Dossiers submitted under an earlier version, which they keep.</param>
    /// <param name="MayEdit">Whether the reader may change the draft, or begin one.</param>
    /// <param name="Draft">The next version while nobody has approved it; null for none.</param>
    public sealed record Result(
        PlanId Plan, string Title, string EnglishTitle, int Year, ScoringStandard Standard, int Kept, bool MayEdit, DraftLine? Draft);

    /// <param name="Standard">What it says.</param>
    /// <param name="By">Who changed it last.</param>
    /// <param name="Revision">Counts the saves; an approval names the one it has seen.</param>
    /// <param name="MayApprove">Whether the reader may approve it.</param>
    /// <param name="Changes">Indicators that differ from the version in force.</param>
    public sealed record DraftLine(
        ScoringStandard Standard, string By, int Revision, bool MayApprove, IReadOnlyList<IndicatorChange> Changes);

    internal sealed class Handler(TitleDb db, ICurrentUser user) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var plan = await db.Plans.AsNoTracking().SingleOrDefaultAsync(p => p.Id == query.Plan, ct) ?? throw new NotFoundException();
            var files = await db.ScoreFiles.AsNoTracking()
                .Where(f => f.FixedAt != null && db.Declarations.Any(d => d.Id == f.Declaration && d.Plan == plan.Id)).ToListAsync(ct);
            return new Result(
                plan.Id, plan.Title, plan.EnglishTitle, plan.Year, plan.Standard,
                files.Count(f => f.Standard.Version < plan.Standard.Version),
                user.Has(Role.ProcessDesigner) || user.Has(Role.CityOfficer),
                plan.StandardDraft is { } draft ? await DraftAsync(plan, draft, ct) : null);
        }

        private async Task<DraftLine> DraftAsync(AnnualPlan plan, StandardDraft draft, CancellationToken ct) => new(
            draft.Standard,
            await db.People.Where(p => p.Id == draft.By).Select(p => p.Name).SingleAsync(ct),
            plan.Version,
            draft.By != user.Person && (user.Has(Role.CityOfficer) || user.Has(Role.ProvinceOfficer)),
            draft.Standard.Since(plan.Standard));
    }

    /// <exception cref="NotFoundException">There is no such plan.</exception>
    internal static async Task<AnnualPlan> FindPlanAsync(this TitleDb db, PlanId id, CancellationToken ct) =>
        await db.Plans.SingleOrDefaultAsync(p => p.Id == id, ct) ?? throw new NotFoundException();
}
