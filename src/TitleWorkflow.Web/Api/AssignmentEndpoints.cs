using MediatR;
using TitleWorkflow.Application.Assessments;
using TitleWorkflow.Domain.Assessments.Assigning;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.WorkItems;
using TitleWorkflow.Web.Security;

namespace TitleWorkflow.Web.Api;

/// <summary>Readers for many dossiers at once: the best assignment there is, applied as proposed or changed with a reason.</summary>
internal static class AssignmentEndpoints
{
    /// <param name="Policy">What the proposal went by; its seed among it.</param>
    /// <param name="Rows">Every dossier of the proposal, with its readers, and a reason where they differ.</param>
    internal sealed record ApplyBody(AssignmentPolicy Policy, IReadOnlyList<ApplyAssignment.Row> Rows);

    public static void MapAssignments(this RouteGroupBuilder api)
    {
        var group = api.MapGroup("/committees/{id:guid}/assignment").WithTags("Assignment");
        group.MapGet("/", ProposeAsync).ForRoles(Role.CommitteeOffice).WithName("ProposeAssignment")
            .WithSummary("Lists what waits for readers; with readers=3 and a seed it proposes the assignment of least cost and proves it.");
        group.MapPost("/", (Guid id, ApplyBody body, ISender sender, CancellationToken ct) =>
                sender.Send(new ApplyAssignment.Command(new OrganisationId(id), body.Policy, body.Rows), ct))
            .ForRoles(Role.CommitteeOffice).WithName("ApplyAssignment")
            .WithSummary("Assigns readers to all of these dossiers or to none; conflicts are looked for again.");
    }

    private static Task<ProposeAssignment.Result> ProposeAsync(
        Guid id, ISender sender, CancellationToken ct, int? readers = null, int? mostEach = null, bool onePerOrganisation = false,
        string? seed = null, Guid[]? items = null) =>
        sender.Send(
            new ProposeAssignment.Query(
                new OrganisationId(id),
                readers is { } number ? new AssignmentPolicy(number, mostEach, onePerOrganisation, seed ?? "") : null,
                [.. (items ?? []).Select(i => new WorkItemId(i))]),
            ct);
}
