using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using TitleWorkflow.Application.Assessments;
using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Web.Security;

namespace TitleWorkflow.Web.Api;

/// <summary>Pass rate and post quotas: settle them when all have been voted on; run-offs between those level at the line.</summary>
internal static class RunOffEndpoints
{
    /// <param name="Choice">The case of the candidate named; left out to abstain.</param>
    internal sealed record CastBody(MeetingCaseId? Choice)
    {
        public override string ToString() => nameof(CastBody);
    }

    /// <param name="Posts">Free posts, from 0.</param>
    internal sealed record QuotaBody(int Posts);

    public static void MapRunOffs(this RouteGroupBuilder api)
    {
        api.MapPut("/plans/{id:guid}/quotas/{employer:guid}",
                (Guid id, Guid employer, QuotaBody body, ISender sender, CancellationToken ct) =>
                    Do(sender, new SetPostQuota.Command(new PlanId(id), new OrganisationId(employer), body.Posts), ct))
            .ForRoles(Role.OrganisingOfficer).WithTags("Run-offs").WithName("SetPostQuota")
            .WithSummary("Notes how many free posts a public institution has under a plan; no more of its people pass.");
        api.MapGet("/quotas", (ISender sender, CancellationToken ct) => sender.Send(new ListPostQuotas.Query(), ct))
            .ForRoles(Role.OrganisingOfficer).WithTags("Run-offs").WithName("ListPostQuotas")
            .WithSummary("Lists the free posts of public institutions under the unit's plans, and how many have passed.");
        api.MapPost("/meetings/{id:guid}/settle-caps", (Guid id, ISender sender, CancellationToken ct) =>
                sender.Send(new SettleCaps.Command(new MeetingId(id)), ct))
            .ForRoles(Role.CommitteeOffice).WithTags("Run-offs").WithName("SettleCaps")
            .WithSummary("Applies pass rate and quotas when all have been voted on; calls for run-offs where candidates are level.");
        api.MapGet("/meetings/{id:guid}/caps", (Guid id, ISender sender, CancellationToken ct) =>
                sender.Send(new GetCaps.Query(new MeetingId(id)), ct))
            .ForRoles(MeetingEndpoints.Everybody).WithTags("Run-offs").WithName("GetCaps")
            .WithSummary("Shows the ranking under pass rate and quotas with its working; to the presiding director once all have been voted on.");

        var group = api.MapGroup("/meetings/{id:guid}/run-offs").WithTags("Run-offs");
        group.MapGet("/", (Guid id, ISender sender, CancellationToken ct) =>
                sender.Send(new ListRunOffs.Query(new MeetingId(id)), ct))
            .ForRoles(MeetingEndpoints.Everybody).WithName("ListRunOffs")
            .WithSummary("Shows the run-offs of a meeting; to a member only those to vote in, without counts.");
        group.MapGet("/retally", (Guid id, ISender sender, CancellationToken ct) =>
                sender.Send(new RetallyRunOffs.Query(new MeetingId(id)), ct))
            .ForRoles(Role.Supervisor).WithName("RetallyRunOffs")
            .WithSummary("Counts the opened ballots of every decided run-off again and compares with what was announced.");
        group.MapGet("/{runOff:guid}/receipts", (Guid id, Guid runOff, ISender sender, CancellationToken ct) =>
                sender.Send(new ListRunOffReceipts.Query(new MeetingId(id), new RunOffId(runOff)), ct))
            .ForRoles(MeetingEndpoints.Everybody).WithName("ListRunOffReceipts")
            .WithSummary("Lists the receipt codes of a closed run-off, sorted, without voters or choices.");
        group.MapPost("/{runOff:guid}/open", (Guid id, Guid runOff, ISender sender, CancellationToken ct) =>
                Do(sender, new OpenRunOff.Command(new MeetingId(id), new RunOffId(runOff)), ct))
            .ForRoles(Role.CommitteeOffice).WithName("OpenRunOff")
            .WithSummary("Opens the secret ballot of a run-off: members present and recused from no candidate vote.");
        group.MapPost("/{runOff:guid}/cast", async (Guid id, Guid runOff, CastBody body, ISender sender, CancellationToken ct) =>
                TypedResults.Ok(await sender.Send(
                    new CastRunOff.Command(new MeetingId(id), new RunOffId(runOff), body.Choice), ct)))
            .ForRoles(MeetingEndpoints.Members).WithName("CastRunOff")
            .WithSummary("Names a candidate or abstains, once; answers a receipt code that proves inclusion, not choice.");
        group.MapPost("/{runOff:guid}/close", (Guid id, Guid runOff, BallotEndpoints.CodesBody body, ISender sender, CancellationToken ct) =>
                Do(sender, new CloseRunOff.Command(
                    new MeetingId(id), new RunOffId(runOff), body.DirectorCode, body.SupervisorCode), ct))
            .ForRoles(Role.CommitteeOffice).WithName("CloseRunOff")
            .WithSummary("Opens the box with both codes and counts.");
        group.MapPost("/{runOff:guid}/void", (Guid id, Guid runOff, MeetingEndpoints.ReasonBody body, ISender sender, CancellationToken ct) =>
                Do(sender, new VoidRunOff.Command(new MeetingId(id), new RunOffId(runOff), body.Reason), ct))
            .ForRoles(Role.CommitteeOffice).WithName("VoidRunOff")
            .WithSummary("Destroys the ballots unread because a code or the quorum was lost; the run-off is held again.");
    }

    private static async Task<NoContent> Do(ISender sender, IRequest command, CancellationToken ct)
    {
        await sender.Send(command, ct);

        return TypedResults.NoContent();
    }
}
