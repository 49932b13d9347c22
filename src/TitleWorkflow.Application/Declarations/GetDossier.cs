using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Reviews;
using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.Reviews;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Declarations;

/// <summary>Shows a dossier to those who decide on it: what was checked, every stated fact with its evidence, what happened.</summary>
public static class GetDossier
{
    /// <param name="Declaration">The case.</param>
    public sealed record Query(DeclarationId Declaration) : IRequest<Result>;

    /// <param name="Declaration">The case.</param>
    /// <param name="Number">Its number.</param>
    /// <param name="Sight">With whose eyes it is seen; what follows is cut to that.</param>
    /// <param name="PlanTitle">Chinese title of the plan.</param>
    /// <param name="EnglishPlanTitle">English title of the plan.</param>
    /// <param name="TitleName">The title applied for: 高级工程师.</param>
    /// <param name="Series">Series.</param>
    /// <param name="Specialty">Specialty, Chinese.</param>
    /// <param name="Level">Target level.</param>
    /// <param name="Channel">Channel.</param>
    /// <param name="Applicant">Who applies; to blind readers the number.</param>
    /// <param name="MaskedIdNumber">Identity number, masked; null to experts.</param>
    /// <param name="Employer">Where the applicant works; without a name to blind readers.</param>
    /// <param name="Status">Name of the status; <see cref="Discretion.UnderReview"/> where the reader may know no more.</param>
    /// <param name="Stage">The stage it is in.</param>
    /// <param name="SubmittedAt">When it was last submitted; null before.</param>
    /// <param name="ReceiptNumber">Number of the receipt; null before.</param>
    /// <param name="SnapshotHash">SHA-256 over what was submitted, lower-case hex; null before.</param>
    /// <param name="Commitment">The signed truth commitment; null before, and to blind readers.</param>
    /// <param name="Checks">What the product checked, with value and source.</param>
    /// <param name="Sections">Every section, in order.</param>
    /// <param name="SupplementItems">Items of the supplement notice with answers and files; empty without one.</param>
    /// <param name="History">What happened, newest first.</param>
    public sealed record Result(
        DeclarationId Declaration,
        string Number,
        Sight Sight,
        string PlanTitle,
        string EnglishPlanTitle,
        string TitleName,
        TitleSeries Series,
        string Specialty,
        TitleLevel Level,
        Channel Channel,
        string Applicant,
        string? MaskedIdNumber,
        GetDeclaration.OfficeName Employer,
        string Status,
        Stage Stage,
        DateTimeOffset? SubmittedAt,
        string? ReceiptNumber,
        string? SnapshotHash,
        TruthCommitment? Commitment,
        IReadOnlyList<SystemCheck> Checks,
        IReadOnlyList<Section> Sections,
        IReadOnlyList<GetSupplement.Item> SupplementItems,
        IReadOnlyList<HistoryLine> History);

    /// <param name="Key">Stored name.</param>
    /// <param name="Title">Chinese title.</param>
    /// <param name="English">English title.</param>
    /// <param name="ReturnedFor">What an office wants mended and the applicant has not handed in again; null otherwise.</param>
    /// <param name="ChangedSince">
    /// When it was last sent back, if its facts are marked against what they said then: to the applicant at once, to offices
    /// when it is handed in again, never to experts; null otherwise.
    /// </param>
    /// <param name="Facts">Its facts, in order.</param>
    public sealed record Section(
        string Key, string Title, string English, string? ReturnedFor, DateTimeOffset? ChangedSince, IReadOnlyList<Fact> Facts);

    /// <param name="Key">Stored name.</param>
    /// <param name="Label">Chinese label.</param>
    /// <param name="EnglishLabel">English label.</param>
    /// <param name="Kind">What it is.</param>
    /// <param name="Value">What was stated, an option in Chinese words; null if nothing.</param>
    /// <param name="EnglishValue">The same, an option in English words.</param>
    /// <param name="Files">Its evidence.</param>
    /// <param name="IsHidden">Whether something was stated that blind readers are not told.</param>
    /// <param name="Withheld">Pieces of evidence that blind readers are not shown.</param>
    /// <param name="Change">What became of it since its section was sent back; null if nothing, or it is not marked.</param>
    public sealed record Fact(
        string Key,
        string Label,
        string EnglishLabel,
        FieldKind Kind,
        string? Value,
        string? EnglishValue,
        IReadOnlyList<EvidenceLine> Files,
        bool IsHidden,
        int Withheld,
        FactChange? Change);

    internal sealed class Handler(TitleDb db, DeclarationAccess access, SystemChecks checks) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var sight = await access.SightOfAsync(query.Declaration, ct);
            var declaration = await db.Declarations.AsNoTracking().Include(d => d.Evidence)
                .SingleAsync(d => d.Id == query.Declaration, ct);
            var plan = await db.Plans.AsNoTracking().SingleAsync(p => p.Id == declaration.Plan, ct);
            var person = await db.People.AsNoTracking().SingleAsync(p => p.Id == declaration.Applicant, ct);
            var blind = sight.Blinds(declaration);
            return new Result(
                declaration.Id,
                declaration.Number,
                sight,
                plan.Title,
                plan.EnglishTitle,
                ProfessionalTitle.Name(declaration.Series, declaration.Level),
                declaration.Series,
                declaration.Specialty,
                declaration.Level,
                declaration.Channel,
                blind is null ? person.Name : blind.Number,
                sight.IsExpert() ? null : person.MaskedIdNumber,
                blind is null ? await EmployerAsync(declaration.Employer, ct) : GetDeclaration.OfficeName.Unnamed,
                Discretion.StatusFor(sight, declaration.Status),
                declaration.Stage,
                declaration.SubmittedAt,
                declaration.ReceiptNumber,
                declaration.SnapshotHash,
                blind is null ? declaration.Commitment : null,
                await checks.OfAsync(declaration, plan, sight, ct),
                [.. plan.Form.Sections.Select(s => Of(s, declaration, sight))],
                await SupplementAsync(declaration, blind, ct),
                await HistoryLine.ReadAsync(db, declaration, sight, ct));
        }

        private Task<GetDeclaration.OfficeName> EmployerAsync(OrganisationId id, CancellationToken ct) =>
            db.Organisations.Where(o => o.Id == id)
                .Select(o => new GetDeclaration.OfficeName(o.Name, o.EnglishName, o.Phone)).SingleAsync(ct);

        private async Task<IReadOnlyList<GetSupplement.Item>> SupplementAsync(
            Declaration declaration, BlindDossier? blind, CancellationToken ct)
        {
            var items = await db.SupplementNotices.AsNoTracking().Where(n => n.Declaration == declaration.Id)
                .Select(n => n.Items).SingleOrDefaultAsync(ct) ?? [];
            return
            [
                .. items.Select(i => new GetSupplement.Item(
                    i.Number,
                    blind is null ? i.Text : blind.Text(i.Text)!,
                    blind is null ? i.Answer : blind.Text(i.Answer),
                    blind is null ? i.AddedFor : blind.Text(i.AddedFor),
                    EvidenceLine.OfFact(declaration, SupplementNotice.Fact(i.Number), blind is not null))),
            ];
        }

        private static Section Of(DossierSectionForm section, Declaration declaration, Sight sight)
        {
            var blind = sight.Blinds(declaration);
            var marked = sight == Sight.Own || (!sight.IsExpert() && declaration.ReturnedSections.Count == 0);
            var values = declaration.Dossier.GetValueOrDefault(section.Key);
            return new Section(
                section.Key, section.Title, section.English,
                blind is null ? declaration.ReturnedSections.Find(r => r.Section == section.Key)?.Reason : null,
                marked ? FactChange.Since(declaration, section.Key) : null,
                [
                    .. section.Fields.Select(f =>
                    {
                        var stated = values?.GetValueOrDefault(f.Key);
                        var value = blind is null ? stated : blind.Value(f, stated);
                        var option = f.Options?.FirstOrDefault(o => o.Value == value);
                        var fact = $"{section.Key}/{f.Key}";
                        var files = EvidenceLine.OfFact(declaration, fact, blind is not null);
                        return new Fact(
                            f.Key, f.Label, f.English, f.Kind, option?.Text ?? value, option?.English ?? value, files,
                            value is null && stated is not null,
                            declaration.Evidence.Count(e => e.DetachedAt is null && e.Fact == fact) - files.Count,
                            marked ? FactChange.Of(declaration, section.Key, f) : null);
                    }),
                ]);
        }
    }
}
