using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Declarations;
using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Domain.Assessments.Scoring;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Assessments;

/// <summary>Shows a dossier's scores side by side with their working: its own, the employer's and, to the committee's offices, the experts'.</summary>
public static class GetScore
{
    /// <param name="Declaration">The case.</param>
    public sealed record Query(DeclarationId Declaration) : IRequest<Result>;

    /// <param name="Declaration">The case.</param>
    /// <param name="Number">Its number.</param>
    /// <param name="Applicant">Who applies; to blind readers the number.</param>
    /// <param name="Standard">The standard it is scored under.</param>
    /// <param name="MayFill">Whether the reader may change the self-score now.</param>
    /// <param name="MayCheck">Whether the reader may confirm it now.</param>
    /// <param name="Entries">What the applicant claims.</param>
    /// <param name="Findings">What the employer found; empty before.</param>
    /// <param name="Proven">Indicators that have evidence.</param>
    /// <param name="Evidence">The files, by indicator.</param>
    /// <param name="Self">The self-score, worked out.</param>
    /// <param name="Checked">The score the employer confirmed, worked out; null before.</param>
    /// <param name="Group">The experts' scores; null before there are any, and for who may not know them.</param>
    /// <param name="IsReadBlind">Whether experts read it blind, so that the applicant is asked for masked copies; false to others.</param>
    public sealed record Result(
        DeclarationId Declaration,
        string Number,
        string Applicant,
        ScoringStandard Standard,
        bool MayFill,
        bool MayCheck,
        IReadOnlyList<ScoreEntry> Entries,
        IReadOnlyList<ScoreFinding> Findings,
        IReadOnlyList<string> Proven,
        IReadOnlyDictionary<string, IReadOnlyList<EvidenceLine>> Evidence,
        ScoreWorking Self,
        ScoreWorking? Checked,
        GroupSheets? Group,
        bool IsReadBlind);

    /// <param name="Sheets">Every sheet, first ones beside second ones.</param>
    /// <param name="First">What the first sheets say together.</param>
    /// <param name="Second">What the second sheets say together; null unless the group discussed again.</param>
    public sealed record GroupSheets(IReadOnlyList<Sheet> Sheets, GroupScore First, GroupScore? Second);

    /// <param name="Reader">Number of the expert within the group, from 1; no name.</param>
    /// <param name="Round">1, or 2 after a second discussion.</param>
    /// <param name="Scores">Points by indicator.</param>
    /// <param name="Total">Their sum.</param>
    public sealed record Sheet(int Reader, int Round, IReadOnlyDictionary<string, int> Scores, int Total);

    internal sealed class Handler(TitleDb db, DeclarationAccess access) : IRequestHandler<Query, Result>
    {
        private static readonly Role[] OfTheCommittee = [Role.CommitteeOffice, Role.OrganisingOfficer, Role.Auditor];

        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var sight = await access.SightOfAsync(query.Declaration, ct);
            var declaration = await db.Declarations.AsNoTracking().Include(d => d.Evidence)
                .SingleAsync(d => d.Id == query.Declaration, ct);
            var file = await db.ScoreFileAsync(declaration, ct);
            var own = sight == Sight.Own;
            var blind = sight.Blinds(declaration);
            return new Result(
                declaration.Id,
                declaration.Number,
                blind is null ? declaration.ApplicantName : blind.Number,
                file.Standard,
                own && declaration.Status is DeclarationStatus.Draft or DeclarationStatus.Returned,
                !own && declaration.Status == DeclarationStatus.EmployerChecking && file.Entries.Count > 0
                    && await access.SeesAsAsync(Role.EmployerHr, declaration.Id, ct),
                blind is null ? file.Entries : [.. file.Entries.Select(blind.Entry)],
                blind is null ? file.Findings : [.. file.Findings.Select(f => f with { Reason = blind.Text(f.Reason) })],
                [.. declaration.ProvenIndicators().Order(StringComparer.Ordinal)],
                declaration.ProvenIndicators().ToDictionary(
                    i => i, i => EvidenceLine.OfFact(declaration, $"{Declaration.SelfScore}/{i}", blind is not null)),
                blind is null ? file.Self(declaration) : blind.Working(file.Self(declaration)),
                blind is null || file.Checked(declaration) is not { } found ? file.Checked(declaration) : blind.Working(found),
                sight == Sight.Office && await SeesGroupAsync(declaration.Id, ct) ? await GroupAsync(declaration, ct) : null,
                own && await db.IsReadBlindAsync(declaration, ct));
        }

        private async Task<bool> SeesGroupAsync(DeclarationId id, CancellationToken ct)
        {
            foreach (var role in OfTheCommittee)
            {
                if (await access.SeesAsAsync(role, id, ct))
                {
                    return true;
                }
            }

            return false;
        }

        private async Task<GroupSheets?> GroupAsync(Declaration declaration, CancellationToken ct)
        {
            var review = await db.StandingReviews(declaration.Id).AsNoTracking().FirstOrDefaultAsync(ct);
            var sheets = review is null
                ? []
                : await db.ScoreSheets.AsNoTracking().Where(s => s.Review == review.Id).ToListAsync(ct);
            sheets.RemoveAll(s => !review!.Experts.Contains(s.Expert));
            if (sheets.Count == 0)
            {
                return null;
            }

            var rules = await db.RuleSets.AsNoTracking().SingleAsync(r => r.Id == declaration.RuleSet, ct);
            return new GroupSheets(
                [
                    .. sheets.OrderBy(s => review!.Experts.IndexOf(s.Expert)).ThenBy(s => s.Round)
                        .Select(s => new Sheet(review!.Experts.IndexOf(s.Expert) + 1, s.Round, s.Scores, s.Total)),
                ],
                rules.Sum(sheets, 1)!,
                rules.Sum(sheets, 2));
        }
    }
}
