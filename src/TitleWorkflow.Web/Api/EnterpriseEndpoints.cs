using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using TitleWorkflow.Application.Enterprises;
using TitleWorkflow.Domain.Enterprises;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Web.Security;

namespace TitleWorkflow.Web.Api;

/// <summary>The enterprise archive as far as nominations need it: honours and the year's quota.</summary>
internal static class EnterpriseEndpoints
{
    /// <param name="Kind">SpecialisedSme or SingleChampion.</param>
    /// <param name="Level">Provincial or National.</param>
    /// <param name="From">First day.</param>
    /// <param name="To">Last day.</param>
    /// <param name="ListNumber">Number of the list given jointly with the industry department.</param>
    internal sealed record HonorBody(HonorKind Kind, HonorLevel Level, DateOnly From, DateOnly To, string ListNumber);

    private static readonly Role[] Readers =
    [
        Role.EmployerHr, Role.Chairperson, Role.ResearchLead, Role.TownOfficer, Role.DistrictOfficer, Role.CityOfficer,
        Role.Auditor,
    ];

    public static void MapEnterprises(this RouteGroupBuilder api)
    {
        var group = api.MapGroup("/enterprises").WithTags("Enterprises");
        group.MapGet("/", (ISender sender, CancellationToken ct) => sender.Send(new ListEnterprises.Query(), ct))
            .ForRoles(Readers)
            .WithName("ListEnterprises")
            .WithSummary("Lists the enterprises with an honour that one may see, with this year's nominations.");
        group.MapGet("/{id:guid}", (Guid id, ISender sender, CancellationToken ct) =>
                sender.Send(new GetEnterprise.Query(new OrganisationId(id)), ct))
            .ForRoles(Readers)
            .WithName("GetEnterprise")
            .WithSummary("Shows an enterprise's honours with their validity and this year's nominations: reserved, used, left.");
        group.MapPost("/{id:guid}/honors", RegisterAsync)
            .ForRoles(Role.CityOfficer)
            .WithName("RegisterHonor")
            .WithSummary("Enters an honour from the list given jointly with the industry department.");
    }

    private static async Task<NoContent> RegisterAsync(Guid id, HonorBody body, ISender sender, CancellationToken ct)
    {
        await sender.Send(
            new RegisterHonor.Command(new OrganisationId(id), body.Kind, body.Level, body.From, body.To, body.ListNumber), ct);

        return TypedResults.NoContent();
    }
}
