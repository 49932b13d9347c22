using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using TitleWorkflow.Application.Assessments;
using TitleWorkflow.Domain.Assessments.Defences;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Web.Security;

namespace TitleWorkflow.Web.Api;

/// <summary>Oral defences: rooms and times without clashes, published to applicants and readers, attendance recorded.</summary>
internal static class DefenceEndpoints
{
    /// <param name="Day">Hours and rooms.</param>
    /// <param name="Declarations">Whom to hear; empty for all that can be, where a layout is only asked for.</param>
    internal sealed record LayBody(DefenceDay Day, IReadOnlyList<DeclarationId> Declarations);

    /// <param name="Room">Where to.</param>
    /// <param name="StartsAt">When to; one of the schedule's times.</param>
    /// <param name="Reason">Why.</param>
    internal sealed record MoveBody(string Room, DateTimeOffset StartsAt, string Reason);

    /// <param name="Attended">Whether the applicant came.</param>
    /// <param name="Score">Points from 0 to 100, for reference; null for none.</param>
    /// <param name="Opinion">What the readers thought of it; null for nothing.</param>
    internal sealed record RecordBody(bool Attended, int? Score = null, string? Opinion = null);

    public static void MapDefences(this RouteGroupBuilder api)
    {
        var laying = api.MapGroup("/committees/{id:guid}/defences").WithTags("Defences");
        laying.MapGet("/", (Guid id, ISender sender, CancellationToken ct) =>
                sender.Send(new ProposeDefences.Query(new OrganisationId(id), null, null), ct))
            .ForRoles(Role.CommitteeOffice).WithName("ListDefences")
            .WithSummary("Lists the committee's schedules of oral defences and who can be heard.");
        laying.MapPost("/propose", (Guid id, LayBody body, ISender sender, CancellationToken ct) =>
                sender.Send(new ProposeDefences.Query(new OrganisationId(id), body.Day, body.Declarations), ct))
            .ForRoles(Role.CommitteeOffice).WithName("ProposeDefences")
            .WithSummary("Gives each candidate a room and a time, or says what stands in the way; nothing is kept.");
        laying.MapPost("/", LayAsync).ForRoles(Role.CommitteeOffice).WithName("LayDefences")
            .WithSummary("Keeps that layout as a schedule nobody is told of before it is published.");

        var group = api.MapGroup("/defences").WithTags("Defences");
        group.MapGet("/mine", (ISender sender, CancellationToken ct) => sender.Send(new ListMyDefences.Query(), ct))
            .ForRoles(MeetingEndpoints.Members).WithName("ListMyDefences")
            .WithSummary("Lists the published defences the caller is to hear, from today on.");
        group.MapGet("/{id:guid}", (Guid id, ISender sender, CancellationToken ct) =>
                sender.Send(new GetDefences.Query(new DefenceScheduleId(id)), ct))
            .ForRoles(Role.CommitteeOffice).WithName("GetDefences")
            .WithSummary("Shows a schedule: rooms, times, who is heard by whom, and what came of it.");
        group.MapPost("/{id:guid}/publish", (Guid id, ISender sender, CancellationToken ct) =>
                Do(sender, new PublishDefences.Command(new DefenceScheduleId(id)), ct))
            .ForRoles(Role.CommitteeOffice).WithName("PublishDefences")
            .WithSummary("Tells applicants and readers time and place, the rule set's working days before at the latest.");
        group.MapPost("/{id:guid}/drop", (Guid id, ISender sender, CancellationToken ct) =>
                Do(sender, new DropDefences.Command(new DefenceScheduleId(id)), ct))
            .ForRoles(Role.CommitteeOffice).WithName("DropDefences")
            .WithSummary("Drops a schedule that was not published.");
        group.MapPost("/{id:guid}/candidates/{declaration:guid}/move", (Guid id, Guid declaration, MoveBody body, ISender sender, CancellationToken ct) =>
                Do(
                    sender,
                    new MoveDefence.Command(
                        new DefenceScheduleId(id), new DeclarationId(declaration), body.Room, body.StartsAt, body.Reason),
                    ct))
            .ForRoles(Role.CommitteeOffice).WithName("MoveDefence")
            .WithSummary("Moves one defence to a free room or time of its schedule, for a reason.");
        group.MapPost("/{id:guid}/candidates/{declaration:guid}/record", (Guid id, Guid declaration, RecordBody body, ISender sender, CancellationToken ct) =>
                Do(
                    sender,
                    new RecordDefence.Command(
                        new DefenceScheduleId(id), new DeclarationId(declaration), body.Attended, body.Score, body.Opinion),
                    ct))
            .ForRoles(Role.CommitteeOffice).WithName("RecordDefence")
            .WithSummary("Records whether the applicant came, and a score or opinion for reference; no part of the vote.");
    }

    private static async Task<Created<LayDefences.Result>> LayAsync(Guid id, LayBody body, ISender sender, CancellationToken ct)
    {
        var result = await sender.Send(new LayDefences.Command(new OrganisationId(id), body.Day, body.Declarations), ct);

        return TypedResults.Created($"/api/v1/defences/{result.Schedule}", result);
    }

    private static async Task<NoContent> Do(ISender sender, IRequest command, CancellationToken ct)
    {
        await sender.Send(command, ct);

        return TypedResults.NoContent();
    }
}
