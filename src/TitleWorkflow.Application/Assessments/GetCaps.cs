using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Assessments;

/// <summary>
/// Shows what pass rate and post quotas make of a meeting's votes, with the working (通过名额核定): to those who run and watch
/// it, and to the director who presides once all have been voted on. Whoever left one of the cases sees none of it.
/// </summary>
public static class GetCaps
{
    /// <param name="Meeting">The meeting.</param>
    public sealed record Query(MeetingId Meeting) : IRequest<Result>;

    /// <param name="Meeting">The meeting.</param>
    /// <param name="HeldOn">Date.</param>
    /// <param name="Status">Where the meeting stands.</param>
    /// <param name="Viewer">With whose eyes the user sees it.</param>
    /// <param name="NotVotedOn">Cases that still wait to be voted on.</param>
    /// <param name="AwaitsCap">Whether results wait for the caps.</param>
    /// <param name="IsVoting">Whether a case or a run-off is being voted on.</param>
    /// <param name="CodesDrawn">Whether both codes are drawn.</param>
    /// <param name="Plans">The plans with a cap; empty until all have been voted on.</param>
    public sealed record Result(
        MeetingId Meeting,
        DateOnly HeldOn,
        MeetingStatus Status,
        MeetingViewer Viewer,
        int NotVotedOn,
        bool AwaitsCap,
        bool IsVoting,
        bool CodesDrawn,
        IReadOnlyList<PlanShare> Plans);

    /// <param name="Plan">The plan.</param>
    /// <param name="Title">Its title, Chinese.</param>
    /// <param name="EnglishTitle">Its title, English.</param>
    /// <param name="Percent">The pass rate in whole percent; 0 for none.</param>
    /// <param name="VotedOn">How many were voted on.</param>
    /// <param name="Places">How many the rate lets pass; null for no rate.</param>
    /// <param name="Posts">Institutions that have a quota.</param>
    /// <param name="Rows">Every case, best first.</param>
    public sealed record PlanShare(
        PlanId Plan,
        string Title,
        string EnglishTitle,
        int Percent,
        int VotedOn,
        int? Places,
        IReadOnlyList<Quota> Posts,
        IReadOnlyList<Row> Rows);

    /// <param name="Employer">Chinese name of the institution.</param>
    /// <param name="EmployerEnglishName">Its English name; null where there is none.</param>
    /// <param name="Posts">Posts stated.</param>
    /// <param name="Taken">Those filled before.</param>
    /// <param name="Left">Posts left.</param>
    public sealed record Quota(string Employer, string? EmployerEnglishName, int Posts, int Taken, int Left);

    /// <param name="Case">The case.</param>
    /// <param name="Facts">The declaration.</param>
    /// <param name="Rank">From 1; who is level has the same.</param>
    /// <param name="Yes">Yes votes.</param>
    /// <param name="Present">Members present and able to vote.</param>
    /// <param name="Score">The group's mean; null where there is none.</param>
    /// <param name="Standing">How it stands.</param>
    public sealed record Row(
        MeetingCaseId Case, CaseFacts Facts, int Rank, int Yes, int Present, decimal? Score, CapStanding Standing);

    internal sealed class Handler(TitleDb db, ICurrentUser user) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var (meeting, viewer) = await db.FindMeetingAsync(user, query.Meeting, ct);
            var cases = await db.MeetingCases.AsNoTracking().Where(c => c.Meeting == meeting.Id).ToListAsync(ct);
            var runOffs = await db.RunOffs.AsNoTracking().Where(r => r.Meeting == meeting.Id).ToListAsync(ct);
            var open = cases.Count(c => c.Status is MeetingCaseStatus.Listed or MeetingCaseStatus.Voting);
            var voting = cases.Exists(c => c.Status == MeetingCaseStatus.Voting) || runOffs.Exists(r => r.Status == RunOffStatus.Voting);
            if (cases.Exists(c => c.IsRecused(user.Person))
                || (viewer == MeetingViewer.Member && (meeting.Presiding != user.Person || open > 0)))
            {
                throw new NotFoundException();
            }

            var facts = await CaseFacts.ReadAsync(db, [.. cases.Select(c => c.Declaration)], ct);
            var shares = new List<PlanShare>();
            foreach (var ledger in open > 0 ? [] : await CapLedger.ReadAsync(db, cases, runOffs, ct))
            {
                shares.Add(await ShareAsync(ledger, facts, ct));
            }

            return new Result(
                meeting.Id, meeting.HeldOn, meeting.Status, viewer, open, cases.Exists(c => c.AwaitsCap), voting,
                meeting is { DirectorCode: not null, SupervisorCode: not null },
                [.. shares.Where(s => s.Places is not null || s.Posts.Count > 0).OrderBy(s => s.Title, StringComparer.Ordinal)]);
        }

        private async Task<PlanShare> ShareAsync(CapLedger ledger, Dictionary<DeclarationId, CaseFacts> facts, CancellationToken ct)
        {
            var plan = await db.Plans.Where(p => p.Id == ledger.Plan).Select(p => new { p.Title, p.EnglishTitle }).SingleAsync(ct);
            var names = facts.Values.DistinctBy(f => f.EmployerId).ToDictionary(f => f.EmployerId);
            return new PlanShare(
                ledger.Plan, plan.Title, plan.EnglishTitle, ledger.Percent, ledger.VotedOn,
                ledger.Percent > 0 ? PassCap.Places(ledger.Percent, ledger.VotedOn) : null,
                [
                    .. ledger.Posts.Select(p => new Quota(
                        names[p.Employer].Employer, names[p.Employer].EmployerEnglishName, p.Posts, p.Taken, p.Left)),
                ],
                [
                    .. ledger.Settlement.Ranking.Select(r => new Row(
                        r.Case.Id, facts[r.Case.Declaration] with { Number = "" }, r.Rank, r.Case.Tally!.Yes,
                        r.Case.Tally.Present, r.Score > 0 ? r.Score : null, r.Standing)),
                ]);
        }
    }
}
