using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Notices;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Instances;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Instances;

/// <summary>What requests to intervene and decisions on them have in common.</summary>
internal sealed class InterventionDesk(TitleDb db, ICurrentUser user, NoticeDesk notices, TimeProvider clock)
{
    /// <summary>Whether a ballot on the case was ever opened; if it opens in this very instant, it was first.</summary>
    public async Task<bool> BallotOpenedAsync(Declaration? declaration, CancellationToken ct)
    {
        if (declaration is null)
        {
            return false;
        }

        var cases = await db.MeetingCases.Where(c => c.Declaration == declaration.Id).ToListAsync(ct);
        cases.ForEach(db.HoldUnchanged);
        return declaration.Result is not null
            || cases.Exists(c => c.Status is MeetingCaseStatus.Voting or MeetingCaseStatus.Decided);
    }

    /// <summary>Keeps a request and tells everybody who may decide on it.</summary>
    public async Task AddAsync(Intervention request, InstanceFile file, CancellationToken ct)
    {
        InterventionRules.OneAtATime.Require(!await db.Interventions.AnyAsync(i => i.PendingOn == request.PendingOn, ct));
        db.Interventions.Add(request);
        var today = clock.Today();
        var deciders = await db.Grants
            .Where(g => InterventionSight.Deciders.Contains(g.Role) && g.From <= today && (g.To == null || g.To >= today))
            .Select(g => g.Person).Distinct().ToListAsync(ct);
        foreach (var decider in deciders.Where(d => d != user.Person))
        {
            await notices.TellAsync(
                decider, request.Kind == InterventionKind.Skip ? "notice.skip-requested" : "notice.cancel-requested",
                $"/interventions/{request.Id}", ct, Values(request, file));
        }
    }

    /// <summary>Tells who asked what was decided.</summary>
    public Task TellRequesterAsync(Intervention request, InstanceFile file, CancellationToken ct) => notices.TellAsync(
        request.RequestedBy, request.Status == InterventionStatus.Approved ? "notice.intervention-approved" : "notice.intervention-declined",
        $"/interventions/{request.Id}", ct, Values(request, file));

    /// <summary>Ends the case of a flow that is ended, takes it off the agenda, and tells applicant and employer why.</summary>
    public async Task EndCaseAsync(Intervention request, InstanceFile file, CancellationToken ct)
    {
        if (file.Declaration is not { IsLive: true } declaration)
        {
            return;
        }

        declaration.Terminate(request.Reason, Actor(), clock.GetUtcNow());
        if (await db.MeetingCases.SingleOrDefaultAsync(c => c.Declaration == declaration.Id && c.IsLive, ct) is { } listed)
        {
            // The meeting may open in the same instant; then it was first.
            db.HoldUnchanged(await db.Meetings.SingleAsync(m => m.Id == listed.Meeting, ct));
            listed.Defer();
        }

        var link = $"/declarations/{declaration.Id}";
        await notices.TellAsync(declaration.Applicant, "notice.terminated", link, ct, declaration.Number, request.Reason);
        if (declaration.SubmittedAt is not null)
        {
            await notices.TellHoldersAsync(
                Role.EmployerHr, declaration.Employer, "notice.terminated", link, ct, declaration.Number, request.Reason);
        }
    }

    /// <summary>Who acts, as the history of a case names them: the office, without a person.</summary>
    public Actor Actor() => new(
        user.Grants.FirstOrDefault(g => InterventionSight.Deciders.Contains(g.Role))?.OrganisationName, null);

    // Step, number, reason, and the step once more in English: a notice is read in the language of its reader.
    private static string[] Values(Intervention request, InstanceFile file) =>
    [
        request.Step ?? "", file.Declaration?.Number ?? file.Version.Name, request.Remark ?? request.Reason,
        request.EnglishStep ?? request.Step ?? "",
    ];
}
