using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using TitleWorkflow.Application.Assessments;
using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Web.Security;

namespace TitleWorkflow.Web.Api;

/// <summary>One case of a meeting: recusal, secret ballot, result.</summary>
internal static class BallotEndpoints
{
    /// <param name="Member">Who leaves the case; left out for oneself.</param>
    /// <param name="Reason">Why.</param>
    internal sealed record RecuseBody(PersonId? Member, string Reason);

    /// <param name="Choice">Yes, No or Abstain.</param>
    internal sealed record CastBody(BallotChoice Choice)
    {
        public override string ToString() => nameof(CastBody);
    }

    /// <param name="DirectorCode">The code the presiding director drew.</param>
    /// <param name="SupervisorCode">The code the supervisor drew.</param>
    internal sealed record CodesBody(string DirectorCode, string SupervisorCode)
    {
        public override string ToString() => nameof(CodesBody);
    }

    public static void MapBallots(this RouteGroupBuilder api)
    {
        api.MapGet("/ballots/current", (ISender sender, CancellationToken ct) => sender.Send(new GetBallot.Query(), ct))
            .ForRoles(MeetingEndpoints.Members).WithTags("Ballots").WithName("GetBallot")
            .WithSummary("What a voter's device shows now: the case to vote on, the receipt, or to wait.");

        var group = api.MapGroup("/meetings/{id:guid}/cases/{caseId:guid}").WithTags("Ballots");
        group.MapPost("/recuse", (Guid id, Guid caseId, RecuseBody body, ISender sender, CancellationToken ct) =>
                Do(sender, new RecuseMember.Command(new MeetingId(id), new MeetingCaseId(caseId), body.Member, body.Reason), ct))
            .ForRoles([Role.CommitteeOffice, .. MeetingEndpoints.Members]).WithName("RecuseMember")
            .WithSummary("A member leaves the case, by own declaration or by order of the office, before voting opens.");
        group.MapPost("/defer", (Guid id, Guid caseId, ISender sender, CancellationToken ct) =>
                Do(sender, new DeferCase.Command(new MeetingId(id), new MeetingCaseId(caseId)), ct))
            .ForRoles(Role.CommitteeOffice).WithName("DeferCase")
            .WithSummary("Puts the case off to another meeting.");
        group.MapPost("/open-voting", (Guid id, Guid caseId, ISender sender, CancellationToken ct) =>
                Do(sender, new OpenVoting.Command(new MeetingId(id), new MeetingCaseId(caseId)), ct))
            .ForRoles(Role.CommitteeOffice).WithName("OpenVoting")
            .WithSummary("Opens the secret ballot: members present and not recused vote. Both codes must be drawn.");
        group.MapPost("/cast", CastAsync).ForRoles(MeetingEndpoints.Members).WithName("CastBallot")
            .WithSummary("Casts the caller's ballot, once; answers a receipt code that proves inclusion, not choice.");
        group.MapPost("/close-voting", (Guid id, Guid caseId, CodesBody body, ISender sender, CancellationToken ct) =>
                Do(sender, new CloseVoting.Command(
                    new MeetingId(id), new MeetingCaseId(caseId), body.DirectorCode, body.SupervisorCode), ct))
            .ForRoles([Role.CommitteeOffice, .. MeetingEndpoints.Members]).WithName("CloseVoting")
            .WithSummary("Opens the box with both codes and counts. Members who have not voted count as not having agreed.");
        group.MapPost("/void", (Guid id, Guid caseId, MeetingEndpoints.ReasonBody body, ISender sender, CancellationToken ct) =>
                Do(sender, new VoidVoting.Command(new MeetingId(id), new MeetingCaseId(caseId), body.Reason), ct))
            .ForRoles(Role.CommitteeOffice).WithName("VoidVoting")
            .WithSummary("Destroys the ballots unread because a code or the quorum was lost; the ballot is held again.");
        group.MapGet("/receipts", (Guid id, Guid caseId, ISender sender, CancellationToken ct) =>
                sender.Send(new ListReceipts.Query(new MeetingId(id), new MeetingCaseId(caseId)), ct))
            .ForRoles(MeetingEndpoints.Everybody).WithName("ListReceipts")
            .WithSummary("Lists the receipt codes of a closed voting, sorted, without voters or choices.");
    }

    private static async Task<Ok<CastBallot.Result>> CastAsync(
        Guid id, Guid caseId, CastBody body, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(
            new CastBallot.Command(new MeetingId(id), new MeetingCaseId(caseId), body.Choice), ct));

    private static async Task<NoContent> Do(ISender sender, IRequest command, CancellationToken ct)
    {
        await sender.Send(command, ct);

        return TypedResults.NoContent();
    }
}
