using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Organisations;

/// <summary>
/// What an office answers for (管辖范围): itself and everything below it. A supervision group stands beside the authority it
/// is stationed at, and its area is that authority's.
/// </summary>
internal static class Area
{
    /// <summary>The organisations in the areas of the offices.</summary>
    public static IQueryable<OrganisationId> AreaOf(this TitleDb db, IReadOnlyCollection<OrganisationId> offices)
    {
        List<OrganisationId> given = [.. offices];
        var heads = db.Organisations.Where(o => given.Contains(o.Id))
            .Select(o => o.Kind == OrganisationKind.Supervision && o.Parent != null ? o.Parent.Value : o.Id);

        // Enterprise, town, district, city, province: a level may be left out, none may be added.
        return from one in db.Organisations
               from second in db.Organisations.Where(o => o.Id == one.Parent).DefaultIfEmpty()
               from third in db.Organisations.Where(o => o.Id == second.Parent).DefaultIfEmpty()
               from fourth in db.Organisations.Where(o => o.Id == third.Parent).DefaultIfEmpty()
               where heads.Contains(one.Id)
                   || heads.Contains(one.Parent!.Value)
                   || heads.Contains(second.Parent!.Value)
                   || heads.Contains(third.Parent!.Value)
                   || heads.Contains(fourth.Parent!.Value)
               select one.Id;
    }
}
