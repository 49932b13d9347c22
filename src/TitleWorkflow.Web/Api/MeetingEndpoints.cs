using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using TitleWorkflow.Application.Assessments;
using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Web.Security;

namespace TitleWorkflow.Web.Api;

/// <summary>Committee meetings: agenda, attendance, codes of the ballot boxes, close and signature.</summary>
internal static class MeetingEndpoints
{
    /// <summary>Everybody who may have to do with a meeting; the slice says which ones.</summary>
    internal static readonly Role[] Everybody =
    [
        Role.CommitteeOffice, Role.CommitteeDirector, Role.DeputyDirector, Role.GroupLeader, Role.Expert, Role.Supervisor,
        Role.OrganisingOfficer, Role.Auditor,
    ];

    /// <summary>Those who may have a seat.</summary>
    internal static readonly Role[] Members =
        [Role.CommitteeDirector, Role.DeputyDirector, Role.GroupLeader, Role.Expert];

    /// <param name="Declarations">Declarations that wait for this committee, in the order of the agenda; see GET …/awaiting.</param>
    internal sealed record CasesBody(IReadOnlyList<DeclarationId> Declarations);

    /// <param name="Members">Members to mark; all others stay as they are.</param>
    /// <param name="Present">True if they are in the room.</param>
    internal sealed record PresenceBody(IReadOnlyList<PersonId> Members, bool Present);

    /// <param name="Code">Six digits, as read off the screen.</param>
    internal sealed record SignInBody(string Code);

    /// <param name="Reason">Why; kept in the audit log.</param>
    internal sealed record ReasonBody(string Reason);

    /// <param name="Password">The signer's password, typed again.</param>
    internal sealed record SignBody(string Password)
    {
        public override string ToString() => nameof(SignBody);
    }

    public static void MapMeetings(this RouteGroupBuilder api)
    {
        var group = api.MapGroup("/meetings").WithTags("Meetings");
        MapReads(group);
        group.MapPost("/", CallAsync).ForRoles(Role.CommitteeOffice).WithName("CallMeeting")
            .WithSummary("Calls a meeting of a committee on a day of its authorisation; its members are invited.");
        group.MapPost("/{id:guid}/cases", (Guid id, CasesBody body, ISender sender, CancellationToken ct) =>
                Do(sender, new AddCases.Command(new MeetingId(id), body.Declarations), ct))
            .ForRoles(Role.CommitteeOffice).WithName("AddCases")
            .WithSummary("Puts declarations with status AwaitingMeeting on the agenda.");
        group.MapPost("/{id:guid}/presence", (Guid id, PresenceBody body, ISender sender, CancellationToken ct) =>
                Do(sender, new MarkPresence.Command(new MeetingId(id), body.Members, body.Present), ct))
            .ForRoles(Role.CommitteeOffice).WithName("MarkPresence")
            .WithSummary("Marks members as being in the room or not; an open meeting that loses its quorum is suspended.");
        group.MapPost("/{id:guid}/open", (Guid id, ISender sender, CancellationToken ct) =>
                Do(sender, new OpenMeeting.Command(new MeetingId(id)), ct))
            .ForRoles(Role.CommitteeOffice).WithName("OpenMeeting")
            .WithSummary("Opens a meeting with two thirds of its members present, or takes it up again after a suspension.");
        group.MapPost("/{id:guid}/suspend", (Guid id, ISender sender, CancellationToken ct) =>
                Do(sender, new SuspendMeeting.Command(new MeetingId(id)), ct))
            .ForRoles(Role.CommitteeOffice).WithName("SuspendMeeting")
            .WithSummary("Interrupts an open meeting for a break or a change of who presides.");
        group.MapPost("/{id:guid}/close", (Guid id, ISender sender, CancellationToken ct) =>
                Do(sender, new CloseMeeting.Command(new MeetingId(id)), ct))
            .ForRoles(Role.CommitteeOffice).WithName("CloseMeeting")
            .WithSummary("Closes the meeting; cases not voted on are put off. Then the presiding director signs.");
        MapCodes(group);
        group.MapPost("/{id:guid}/sign-in", (Guid id, SignInBody body, ISender sender, CancellationToken ct) =>
                Do(sender, new SignInToMeeting.Command(new MeetingId(id), body.Code), ct))
            .ForRoles(Members).WithName("SignInToMeeting")
            .WithSummary("A member in the room signs in with the code on its screen.");
        group.MapPost("/{id:guid}/sign", SignAsync).ForRoles(Members).WithName("SignResults")
            .WithSummary("The director who presided signs the result table of a closed meeting; every case goes on.");
    }

    private static void MapReads(RouteGroupBuilder group)
    {
        group.MapGet("/", (ISender sender, CancellationToken ct, string? after = null) =>
                sender.Send(new ListMeetings.Query(after), ct))
            .ForRoles(Everybody).WithName("ListMeetings")
            .WithSummary("Lists the meetings one runs, sits in or watches, 20 a page; send next back as after.");
        group.MapGet("/{id:guid}", (Guid id, ISender sender, CancellationToken ct) =>
                sender.Send(new GetMeeting.Query(new MeetingId(id)), ct))
            .ForRoles(Everybody).WithName("GetMeeting")
            .WithSummary("Shows a meeting as the caller may know it: attendance, agenda, recusals, results.");
        group.MapGet("/{id:guid}/awaiting", (Guid id, ISender sender, CancellationToken ct) =>
                sender.Send(new ListAwaitingCases.Query(new MeetingId(id)), ct))
            .ForRoles(Role.CommitteeOffice).WithName("ListAwaitingCases")
            .WithSummary("Lists the declarations that can be put on this meeting's agenda.");
        group.MapGet("/{id:guid}/room", (Guid id, ISender sender, CancellationToken ct) =>
                sender.Send(new GetRoom.Query(new MeetingId(id)), ct))
            .ForRoles(Role.CommitteeOffice, Role.Supervisor, Role.OrganisingOfficer, Role.Auditor).WithName("GetRoom")
            .WithSummary("What the screen in the room shows: cast and present, quorum, threshold; a result only after the close.");
        group.MapGet("/{id:guid}/minutes", (Guid id, ISender sender, CancellationToken ct) =>
                sender.Send(new GetMinutes.Query(new MeetingId(id)), ct))
            .ForRoles(Everybody).WithName("GetMinutes")
            .WithSummary("Shows the minutes of a signed meeting and whether they still are as they were sealed.");
        group.MapGet("/{id:guid}/retally", (Guid id, ISender sender, CancellationToken ct) =>
                sender.Send(new Retally.Query(new MeetingId(id)), ct))
            .ForRoles(Role.Supervisor).WithName("Retally")
            .WithSummary("Counts the opened ballots of every decided case again and compares with what was announced.");
    }

    private static void MapCodes(RouteGroupBuilder group)
    {
        group.MapPost("/{id:guid}/codes/director", DrawDirectorCodeAsync).ForRoles(Members).WithName("DrawDirectorCode")
            .WithSummary("The presiding director draws half of the key to the ballot boxes. Shown this once, never again.");
        group.MapPost("/{id:guid}/codes/supervisor", DrawSupervisorCodeAsync).ForRoles(Role.Supervisor)
            .WithName("DrawSupervisorCode")
            .WithSummary("The supervisor draws the other half of the key to the ballot boxes. Shown this once, never again.");
        group.MapPost("/{id:guid}/codes/forget", (Guid id, ReasonBody body, ISender sender, CancellationToken ct) =>
                Do(sender, new ForgetCodes.Command(new MeetingId(id), body.Reason), ct))
            .ForRoles([Role.CommitteeOffice, Role.Supervisor, .. Members]).WithName("ForgetCodes")
            .WithSummary("Forgets both codes because one was lost or somebody else presides; possible while no voting is open.");
    }

    private static async Task<Created<CallMeeting.Result>> CallAsync(
        CallMeeting.Command command, ISender sender, CancellationToken ct)
    {
        var result = await sender.Send(command, ct);

        return TypedResults.Created($"/api/v1/meetings/{result.Meeting}", result);
    }

    private static async Task<Ok<DrawDirectorCode.Result>> DrawDirectorCodeAsync(
        Guid id, HttpResponse response, ISender sender, CancellationToken ct)
    {
        response.Headers.CacheControl = "no-store";

        return TypedResults.Ok(await sender.Send(new DrawDirectorCode.Command(new MeetingId(id)), ct));
    }

    private static async Task<Ok<DrawSupervisorCode.Result>> DrawSupervisorCodeAsync(
        Guid id, HttpResponse response, ISender sender, CancellationToken ct)
    {
        response.Headers.CacheControl = "no-store";

        return TypedResults.Ok(await sender.Send(new DrawSupervisorCode.Command(new MeetingId(id)), ct));
    }

    private static async Task<Ok<SignResults.Result>> SignAsync(Guid id, SignBody body, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new SignResults.Command(new MeetingId(id), body.Password), ct));

    private static async Task<NoContent> Do(ISender sender, IRequest command, CancellationToken ct)
    {
        await sender.Send(command, ct);

        return TypedResults.NoContent();
    }
}
