using MediatR;
using TitleWorkflow.Application.Assessments;
using TitleWorkflow.Domain.Assessments.Assigning;
using TitleWorkflow.Domain.Declarations;
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

    /// <param name="Reader">Who reads no longer.</param>
    /// <param name="By">Who reads instead.</param>
    /// <param name="Reason">Why.</param>
    internal sealed record ReplaceBody(PersonId Reader, PersonId By, string Reason);

    /// <param name="Declarations">The dossiers that shall wait for readers again.</param>
    /// <param name="Reason">Why.</param>
    internal sealed record UndoBody(IReadOnlyList<DeclarationId> Declarations, string Reason);

    /// <param name="Reader">Who shall be reminded.</param>
    internal sealed record RemindBody(PersonId Reader);

    public static void MapAssignments(this RouteGroupBuilder api)
    {
        var group = api.MapGroup("/committees/{id:guid}/assignment").WithTags("Assignment");
        group.MapGet("/", ProposeAsync).ForRoles(Role.CommitteeOffice).WithName("ProposeAssignment")
            .WithSummary("Lists what waits for readers; with readers=3 and a seed it proposes the assignment of least cost and proves it.");
        group.MapPost("/", (Guid id, ApplyBody body, ISender sender, CancellationToken ct) =>
                sender.Send(new ApplyAssignment.Command(new OrganisationId(id), body.Policy, body.Rows), ct))
            .ForRoles(Role.CommitteeOffice).WithName("ApplyAssignment")
            .WithSummary("Assigns readers to all of these dossiers or to none; conflicts are looked for again.");

        var readings = api.MapGroup("/committees/{id:guid}/readings").WithTags("Assignment");
        readings.MapGet("/", (Guid id, ISender sender, CancellationToken ct) =>
                sender.Send(new ListReadings.Query(new OrganisationId(id)), ct))
            .ForRoles(Role.CommitteeOffice).WithName("ListReadings")
            .WithSummary("Lists who reads which dossier and whether they have handed in, without what they gave.");
        readings.MapPost("/{declaration:guid}/replace", async (Guid id, Guid declaration, ReplaceBody body, ISender sender, CancellationToken ct) =>
            {
                await sender.Send(
                    new ReplaceReader.Command(new OrganisationId(id), new DeclarationId(declaration), body.Reader, body.By, body.Reason), ct);
                return TypedResults.NoContent();
            })
            .ForRoles(Role.CommitteeOffice).WithName("ReplaceReader")
            .WithSummary("Has another member read in place of one who has not handed in, for a reason; conflicts are looked for.");
        readings.MapPost("/undo", (Guid id, UndoBody body, ISender sender, CancellationToken ct) =>
                sender.Send(new UndoAssignment.Command(new OrganisationId(id), body.Declarations, body.Reason), ct))
            .ForRoles(Role.CommitteeOffice).WithName("UndoAssignment")
            .WithSummary("Takes assignments back while nobody has handed in anything: all of these or none.");
        readings.MapGet("/progress", (Guid id, ISender sender, CancellationToken ct, ReadingOrder order = ReadingOrder.Late) =>
                sender.Send(new ListReadingProgress.Query(new OrganisationId(id), order), ct))
            .ForRoles(Role.CommitteeOffice).WithName("ListReadingProgress")
            .WithSummary("Lists how many dossiers each reader was assigned, has handed in and is late with, without what they gave.");
        readings.MapPost("/remind", async (Guid id, RemindBody body, ISender sender, CancellationToken ct) =>
            {
                await sender.Send(new RemindReader.Command(new OrganisationId(id), body.Reader), ct);
                return TypedResults.NoContent();
            })
            .ForRoles(Role.CommitteeOffice).WithName("RemindReader")
            .WithSummary("Reminds a reader of what is still to hand in, at most once a day.");
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
