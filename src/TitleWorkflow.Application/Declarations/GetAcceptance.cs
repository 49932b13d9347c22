using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Declarations;

/// <summary>Shows the slip that says that a declaration was accepted (受理通知书).</summary>
public static class GetAcceptance
{
    /// <param name="Declaration">The case.</param>
    public sealed record Query(DeclarationId Declaration) : IRequest<Result>;

    /// <param name="Declaration">The case.</param>
    /// <param name="Number">Its number.</param>
    /// <param name="PlanTitle">Chinese title of the plan.</param>
    /// <param name="EnglishPlanTitle">English title of the plan.</param>
    /// <param name="Applicant">Who applies.</param>
    /// <param name="Employer">Where the applicant works.</param>
    /// <param name="EnglishEmployer">Its English name; null if it has none.</param>
    /// <param name="Series">Series.</param>
    /// <param name="Specialty">Specialty, Chinese.</param>
    /// <param name="Level">Target level.</param>
    /// <param name="Unit">The organising unit, which accepted it.</param>
    /// <param name="EnglishUnit">Its English name; null if it has none.</param>
    /// <param name="Phone">Its telephone; null if none is published.</param>
    /// <param name="AcceptedAt">When.</param>
    /// <param name="SnapshotHash">SHA-256 over what was submitted, lower-case hex.</param>
    public sealed record Result(
        DeclarationId Declaration,
        string Number,
        string PlanTitle,
        string EnglishPlanTitle,
        string Applicant,
        string Employer,
        string? EnglishEmployer,
        TitleSeries Series,
        string Specialty,
        TitleLevel Level,
        string Unit,
        string? EnglishUnit,
        string? Phone,
        DateTimeOffset AcceptedAt,
        string SnapshotHash);

    internal sealed class Handler(TitleDb db, DeclarationAccess access) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var sight = await access.SightOfAsync(query.Declaration, ct);
            var declaration = await db.Declarations.AsNoTracking().SingleAsync(d => d.Id == query.Declaration, ct);
            if (sight.IsExpert() || declaration.AcceptedAt is not { } acceptedAt)
            {
                throw new NotFoundException();
            }

            var plan = await db.Plans.Where(p => p.Id == declaration.Plan).Select(p => new { p.Title, p.EnglishTitle }).SingleAsync(ct);
            var unit = await db.Organisations
                .Where(o => db.Committees.Any(c => c.Id == declaration.Committee && c.OrganisingUnit == o.Id)).SingleAsync(ct);
            return new Result(
                declaration.Id, declaration.Number, plan.Title, plan.EnglishTitle, declaration.ApplicantName, declaration.EmployerName,
                declaration.EmployerEnglishName, declaration.Series, declaration.Specialty, declaration.Level, unit.Name, unit.EnglishName,
                unit.Phone, acceptedAt, declaration.SnapshotHash!);
        }
    }
}
