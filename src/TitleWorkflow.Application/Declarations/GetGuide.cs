using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Declarations;

/// <summary>What anybody may know of a plan before applying (申报指南): window, what to bring, the road, whom to ask.</summary>
public static class GetGuide
{
    /// <param name="Plan">The plan.</param>
    public sealed record Query(PlanId Plan) : IRequest<Result>;

    /// <param name="Plan">The plan.</param>
    /// <param name="Title">Chinese title.</param>
    /// <param name="EnglishTitle">English title.</param>
    /// <param name="Series">Series.</param>
    /// <param name="Specialty">Specialty, Chinese.</param>
    /// <param name="Level">Target level.</param>
    /// <param name="Channel">Channel.</param>
    /// <param name="OpensOn">First day of the window.</param>
    /// <param name="ClosesOn">Last day of the window, till 24:00.</param>
    /// <param name="IsOpen">Whether one may start today.</param>
    /// <param name="Committee">Who reviews.</param>
    /// <param name="Unit">The unit that set the committee up; whom to ask.</param>
    /// <param name="Sections">What the form asks for, in order.</param>
    /// <param name="Steps">The road if all goes well.</param>
    public sealed record Result(
        PlanId Plan,
        string Title,
        string EnglishTitle,
        TitleSeries Series,
        string Specialty,
        TitleLevel Level,
        Channel Channel,
        DateOnly OpensOn,
        DateOnly ClosesOn,
        bool IsOpen,
        GetDeclaration.OfficeName Committee,
        GetDeclaration.OfficeName Unit,
        IReadOnlyList<DossierSectionForm> Sections,
        IReadOnlyList<StepAhead> Steps);

    internal sealed class Handler(TitleDb db, RoadAhead road, TimeProvider clock) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var plan = await db.Plans.AsNoTracking().SingleOrDefaultAsync(p => p.Id == query.Plan, ct) ?? throw new NotFoundException();
            var offices = await (
                from committee in db.Committees.AsNoTracking()
                where committee.Id == plan.Committee
                join itself in db.Organisations on committee.Id equals itself.Id
                join unit in db.Organisations on committee.OrganisingUnit equals unit.Id
                select new { Committee = itself, Unit = unit }).SingleAsync(ct);
            return new Result(
                plan.Id, plan.Title, plan.EnglishTitle, plan.Series, plan.Specialty, plan.Level, plan.Channel,
                plan.OpensOn, plan.ClosesOn, plan.IsOpenOn(clock.Today()),
                Name(offices.Committee), Name(offices.Unit),
                plan.Form.Sections, await road.OfPlanAsync(plan, ct));
        }

        private static GetDeclaration.OfficeName Name(Domain.Organisations.Organisation office) =>
            new(office.Name, office.EnglishName, office.Phone);
    }
}
