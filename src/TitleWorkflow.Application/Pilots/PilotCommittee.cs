using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.Pilots;

namespace TitleWorkflow.Application.Pilots;

/// <summary>A pilot's committee as an organisation: named after unit and specialty, below the unit.</summary>
internal static class PilotCommittee
{
    /// <summary>The committee's place among the organisations.</summary>
    public static Organisation Seat(PilotApplication application, Organisation unit) => new(
        application.Committee!.Value,
        OrganisationKind.Committee,
        $"{unit.Name}{application.Specialty}专业{ProfessionalTitle.Name(application.Series, application.Level)}自主评审委员会",
        unit.Id,
        $"{unit.EnglishName ?? unit.Name}: Own Review Committee ({application.Specialty})");
}
