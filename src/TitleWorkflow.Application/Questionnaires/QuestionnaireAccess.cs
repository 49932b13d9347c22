using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.Questionnaires;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Questionnaires;

/// <summary>Whose questionnaires are whose: those of a role at an office belong to all who hold it there.</summary>
public static class QuestionnaireAccess
{
    /// <summary>Roles that ask.</summary>
    public static readonly IReadOnlyList<Role> Askers =
        [Role.DistrictOfficer, Role.CityOfficer, Role.OrganisingOfficer, Role.ServiceCommissioner];

    /// <summary>Where the user may ask, and in which role.</summary>
    public static IReadOnlyList<HeldGrant> AsksFor(this ICurrentUser user) => [.. user.Grants.Where(g => Askers.Contains(g.Role))];

    /// <summary>Questionnaires the user asks.</summary>
    internal static IQueryable<Questionnaire> QuestionnairesOf(this TitleDb db, ICurrentUser user)
    {
        var (districts, cities) = (user.OfficesOf(Role.DistrictOfficer), user.OfficesOf(Role.CityOfficer));
        var (units, commissions) = (user.OfficesOf(Role.OrganisingOfficer), user.OfficesOf(Role.ServiceCommissioner));
        return db.Questionnaires.Where(q =>
            (q.Role == Role.DistrictOfficer && districts.Contains(q.Office))
            || (q.Role == Role.CityOfficer && cities.Contains(q.Office))
            || (q.Role == Role.OrganisingOfficer && units.Contains(q.Office))
            || (q.Role == Role.ServiceCommissioner && commissions.Contains(q.Office)));
    }

    /// <summary>A questionnaire the user asks, tracked.</summary>
    /// <exception cref="NotFoundException">There is none, or somebody else asks it.</exception>
    internal static async Task<Questionnaire> FindOwnQuestionnaireAsync(
        this TitleDb db, ICurrentUser user, string number, CancellationToken ct) =>
        await db.QuestionnairesOf(user).SingleOrDefaultAsync(q => q.Number == number, ct) ?? throw new NotFoundException();
}
