using System.Text;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using TitleWorkflow.Application.Experts;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Experts;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Web.Security;

namespace TitleWorkflow.Web.Api;

/// <summary>The random draw of a committee: frozen, held, answered, released, seated.</summary>
internal static class DrawEndpoints
{
    private static readonly Role[] Experts = [Role.Expert, Role.GroupLeader, Role.DeputyDirector, Role.CommitteeDirector];

    private static readonly Role[] Readers = [Role.CommitteeOffice, Role.OrganisingOfficer, Role.Supervisor];

    /// <param name="PublicValue">The public value, as published.</param>
    /// <param name="SupervisorNumber">The number the supervisor calls out.</param>
    internal sealed record InputsBody(string PublicValue, string SupervisorNumber);

    /// <param name="Comes">True to confirm.</param>
    internal sealed record AnswerBody(bool Comes);

    /// <param name="Director">Director, one of the members.</param>
    /// <param name="Deputies">Deputy directors; may be none.</param>
    internal sealed record ChairsBody(Guid Director, IReadOnlyList<Guid> Deputies);

    public static void MapDraws(this RouteGroupBuilder api)
    {
        var group = api.MapGroup("/draws").WithTags("Draws");
        group.MapGet("/", (ISender sender, CancellationToken ct) => sender.Send(new ListDraws.Query(), ct))
            .ForRoles(Readers).WithName("ListDraws")
            .WithSummary("Draws of one's committees, or those one witnesses, and the plans a draw may be frozen for.");
        group.MapGet("/preview", (Guid plan, DateOnly meetingOn, int size, int alternates, ISender sender, CancellationToken ct) =>
                sender.Send(new PreviewDraw.Query(new PlanId(plan), meetingOn, size, alternates), ct))
            .ForRoles(Role.CommitteeOffice).WithName("PreviewDraw")
            .WithSummary("Who could be drawn, filter by filter, and what would keep the draw from being held, by how many.");
        group.MapPost("/", FreezeAsync)
            .ForRoles(Role.CommitteeOffice).WithName("FreezeDraw")
            .WithSummary("Freezes pool and policy; the public input is named before it is known.");
        group.MapGet("/{id:guid}", (Guid id, ISender sender, CancellationToken ct) =>
                sender.Send(new GetDraw.Query(new ExpertDrawId(id)), ct))
            .ForRoles(Readers).WithName("GetDraw")
            .WithSummary("Hashes, filters, inputs and counts; names in `released`, null while they are sealed.");
        group.MapPost("/{id:guid}/hold", (Guid id, InputsBody body, ISender sender, CancellationToken ct) =>
                Done(sender, new HoldDraw.Command(new ExpertDrawId(id), body.PublicValue, body.SupervisorNumber), ct))
            .ForRoles(Role.Supervisor).WithName("HoldDraw")
            .WithSummary("Gives the inputs and holds the draw; the drawn members are invited.");
        group.MapPost("/{id:guid}/replace-unanswered", (Guid id, ISender sender, CancellationToken ct) =>
                Done(sender, new ReplaceUnanswered.Command(new ExpertDrawId(id)), ct))
            .ForRoles(Role.CommitteeOffice).WithName("ReplaceUnanswered")
            .WithSummary("Replaces everybody who has not answered by the last day.");
        group.MapPost("/{id:guid}/seat", SeatAsync)
            .ForRoles(Role.CommitteeOffice).WithName("SeatDrawnCommittee")
            .WithSummary("Names the chairs and seats the committee, once names are released and all have confirmed.");
        group.MapGet("/{id:guid}/record", RecordAsync)
            .ForRoles(Readers).WithName("ExportDrawRecord")
            .WithSummary("The record, for the verifier at /verify/verify-draw.mjs.");
        group.MapGet("/invitations", (ISender sender, CancellationToken ct) => sender.Send(new ListInvitations.Query(), ct))
            .ForRoles(Experts).WithName("ListInvitations")
            .WithSummary("The meetings one was drawn for.");
        group.MapPost("/{id:guid}/answer", (Guid id, AnswerBody body, ISender sender, CancellationToken ct) =>
                Done(sender, new AnswerInvitation.Command(new ExpertDrawId(id), body.Comes), ct))
            .ForRoles(Experts).WithName("AnswerInvitation")
            .WithSummary("Confirms or declines; who declines is replaced at once.");
    }

    private static async Task<Created<ExpertDrawId>> FreezeAsync(FreezeDraw.Command body, ISender sender, CancellationToken ct)
    {
        var draw = await sender.Send(body, ct);

        return TypedResults.Created($"/api/v1/draws/{draw}", draw);
    }

    private static Task<NoContent> SeatAsync(Guid id, ChairsBody body, ISender sender, CancellationToken ct) => Done(
        sender,
        new SeatDrawnCommittee.Command(
            new ExpertDrawId(id), new PersonId(body.Director), [.. body.Deputies.Select(d => new PersonId(d))]),
        ct);

    // Written by the record itself: its members and their order are part of what the verifier checks.
    private static async Task<FileContentHttpResult> RecordAsync(Guid id, ISender sender, CancellationToken ct) =>
        TypedResults.File(
            Encoding.UTF8.GetBytes((await sender.Send(new ExportDrawRecord.Query(new ExpertDrawId(id)), ct)).ToJson()),
            "application/json", $"draw-{id}.json");

    private static async Task<NoContent> Done(ISender sender, IRequest command, CancellationToken ct)
    {
        await sender.Send(command, ct);

        return TypedResults.NoContent();
    }
}
