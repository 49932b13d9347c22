using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using TitleWorkflow.Application.Assessments;
using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Domain.Assessments.Scoring;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Web.Security;

namespace TitleWorkflow.Web.Api;

/// <summary>Quantitative evaluation: the plan's standard, the applicant's own score, the employer's, and side by side with the experts'.</summary>
internal static class ScoreEndpoints
{
    /// <param name="Entries">Everything claimed: indicator, what it is, and what the indicator asks for.</param>
    internal sealed record EntriesBody(IReadOnlyList<ScoreEntry> Entries);

    /// <param name="Findings">An answer for every entry, by its place from 0.</param>
    internal sealed record FindingsBody(IReadOnlyList<ScoreFinding> Findings);

    /// <param name="Items">The indicators, a tree of at most four levels.</param>
    /// <param name="TitleFact">The fact that says when the current title was obtained, section/field; left out for none.</param>
    internal sealed record StandardBody(IReadOnlyList<ScoreItem> Items, string? TitleFact = null);

    /// <param name="Revision">The save one has seen.</param>
    internal sealed record ApprovalBody(int Revision);

    public static void MapScores(this RouteGroupBuilder api)
    {
        api.MapPut("/plans/{id:guid}/standard", (Guid id, StandardBody body, ISender sender, CancellationToken ct) =>
                sender.Send(new DraftStandard.Command(new PlanId(id), body.Items, body.TitleFact), ct))
            .ForRoles(Role.CityOfficer, Role.ProcessDesigner).WithTags("Scores").WithName("DraftStandard")
            .WithSummary("Writes the next version of a plan's scoring standard as a draft; it counts once somebody else approves it.");
        api.MapPost("/plans/{id:guid}/standard/approve", ApproveAsync)
            .ForRoles(Role.CityOfficer, Role.ProvinceOfficer).WithTags("Scores").WithName("ApproveStandard")
            .WithSummary("A second person puts the draft into force; what was submitted before keeps the old one.");
        api.MapGet("/standards", (ISender sender, CancellationToken ct) => sender.Send(new ListStandards.Query(), ct))
            .ForRoles(Role.CityOfficer, Role.ProvinceOfficer, Role.Auditor, Role.ProcessDesigner).WithTags("Scores")
            .WithName("ListStandards").WithSummary("Lists the plans with the version of their scoring standard.");
        api.MapGet("/plans/{id:guid}/standard", (Guid id, ISender sender, CancellationToken ct) =>
                sender.Send(new GetStandard.Query(new PlanId(id)), ct))
            .ForRoles(Role.CityOfficer, Role.ProvinceOfficer, Role.Auditor, Role.ProcessDesigner).WithTags("Scores")
            .WithName("GetStandard").WithSummary("Shows a plan's scoring standard as a tree with its caps, and what its draft would change.");

        var group = api.MapGroup("/declarations/{id:guid}/score").WithTags("Scores");
        group.MapGet("/", (Guid id, ISender sender, CancellationToken ct) =>
                sender.Send(new GetScore.Query(new DeclarationId(id)), ct))
            .ForAllBut(Role.Administrator, Role.ProcessDesigner).WithName("GetScore")
            .WithSummary("Shows self-score and employer's score with their working; the experts' to the committee's offices only.");
        group.MapPut("/", (Guid id, EntriesBody body, ISender sender, CancellationToken ct) =>
                sender.Send(new FillScore.Command(new DeclarationId(id), body.Entries), ct))
            .ForRoles(Role.Applicant).WithName("FillScore")
            .WithSummary("States what is claimed; evidence for an indicator is attached to the fact score/key.");
        group.MapPost("/work-out", (Guid id, EntriesBody body, ISender sender, CancellationToken ct) =>
                sender.Send(new WorkOutScore.Query(new DeclarationId(id), body.Entries), ct))
            .ForRoles(Role.Applicant).WithName("WorkOutScore")
            .WithSummary("Works out what entries would be worth; nothing is kept.");
        group.MapPost("/check", (Guid id, FindingsBody body, ISender sender, CancellationToken ct) =>
                sender.Send(new CheckScore.Command(new DeclarationId(id), body.Findings), ct))
            .ForRoles(Role.EmployerHr).WithName("CheckScore")
            .WithSummary("The employer says of every entry whether the originals bear it out, with a reason where not.");
    }

    private static async Task<NoContent> ApproveAsync(Guid id, ApprovalBody body, ISender sender, CancellationToken ct)
    {
        await sender.Send(new ApproveStandard.Command(new PlanId(id), body.Revision), ct);

        return TypedResults.NoContent();
    }
}
