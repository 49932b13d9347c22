using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Assessments;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Declarations;

/// <summary>Shows an applicant the dossier to fill in: sections, values, evidence, what is to mend, what may be changed.</summary>
public static class GetForm
{
    /// <param name="Declaration">The case.</param>
    public sealed record Query(DeclarationId Declaration) : IRequest<Result>;

    /// <param name="Declaration">The case.</param>
    /// <param name="Number">Its number.</param>
    /// <param name="TitleName">The title applied for: 高级工程师.</param>
    /// <param name="Applicant">The applicant's name, as it must be typed to sign.</param>
    /// <param name="MaskedIdNumber">The applicant's identity number, masked.</param>
    /// <param name="Employer">The applicant's employer.</param>
    /// <param name="Status">Draft or Returned while it can be filled in.</param>
    /// <param name="IsOpen">Whether anything can be changed now.</param>
    /// <param name="ClosesOn">Last day of the window, or to correct; till 24:00.</param>
    /// <param name="Sections">Every section, in order.</param>
    /// <param name="Commitment">The truth commitment that is signed on submission.</param>
    /// <param name="EnglishCommitment">Its translation.</param>
    /// <param name="IsReadBlind">Whether experts read it blind, so that masked copies are asked for.</param>
    public sealed record Result(
        DeclarationId Declaration,
        string Number,
        string TitleName,
        string Applicant,
        string MaskedIdNumber,
        string Employer,
        DeclarationStatus Status,
        bool IsOpen,
        DateOnly ClosesOn,
        IReadOnlyList<Section> Sections,
        string Commitment,
        string EnglishCommitment,
        bool IsReadBlind);

    /// <param name="Key">Stored name.</param>
    /// <param name="Title">Chinese title.</param>
    /// <param name="English">English title.</param>
    /// <param name="MayEdit">Whether it can be changed now.</param>
    /// <param name="ReturnedFor">What an office wants mended; null if it was not sent back.</param>
    /// <param name="WasSaved">Whether anything was stored for it yet.</param>
    /// <param name="Fields">Its facts, in order.</param>
    /// <param name="IsGiven">Whether it comes from an official act and is nobody's to change.</param>
    /// <param name="ChangedSince">When it was last sent back, if its facts are marked against what they said then; null otherwise.</param>
    public sealed record Section(
        string Key, string Title, string English, bool MayEdit, string? ReturnedFor, bool WasSaved, IReadOnlyList<Field> Fields,
        bool IsGiven, DateTimeOffset? ChangedSince)
    {
        /// <summary>How many facts still stand in the way of submission.</summary>
        public int Defects => Fields.Count(f => f.Defect is not null);

        /// <summary>Filled in, and nothing stands in the way.</summary>
        public bool IsDone => WasSaved && Defects == 0;
    }

    /// <param name="Definition">Label, kind, limits and hint.</param>
    /// <param name="Value">What was typed; null if nothing.</param>
    /// <param name="Known">What an earlier dossier or a certificate says, while the section was not saved; null otherwise.</param>
    /// <param name="Files">The fact's evidence.</param>
    /// <param name="Defect">What still stands in the way of submission; null if nothing.</param>
    /// <param name="Change">What became of it since its section was sent back; null if nothing, or it was not.</param>
    public sealed record Field(
        DossierField Definition,
        string? Value,
        string? Known,
        IReadOnlyList<EvidenceLine> Files,
        DefectKind? Defect,
        FactChange? Change);

    internal sealed class Handler(TitleDb db, ICurrentUser user, DeclarationAccess access) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var declaration = user.Person is null
                ? null
                : await access.Own.AsNoTracking().Include(d => d.Evidence).SingleOrDefaultAsync(d => d.Id == query.Declaration, ct);
            if (declaration is null)
            {
                throw new NotFoundException();
            }

            var plan = await db.Plans.AsNoTracking().SingleAsync(p => p.Id == declaration.Plan, ct);
            var person = await db.People.AsNoTracking().SingleAsync(p => p.Id == declaration.Applicant, ct);
            var defects = declaration.Defects(plan.Form);
            var known = plan.Form.Sections.Any(s => s.IsLasting && !declaration.Dossier.ContainsKey(s.Key))
                ? await db.KnownValuesAsync(declaration, plan.Form, ct)
                : new Dictionary<string, IReadOnlyDictionary<string, string>>();
            return new Result(
                declaration.Id,
                declaration.Number,
                ProfessionalTitle.Name(declaration.Series, declaration.Level),
                person.Name,
                person.MaskedIdNumber,
                await db.Organisations.Where(o => o.Id == declaration.Employer).Select(o => o.Name).SingleAsync(ct),
                declaration.Status,
                plan.Form.Sections.Any(s => declaration.MayEdit(s.Key)),
                declaration.DueOn ?? plan.ClosesOn,
                [.. plan.Form.Sections.Select(s => Of(s, declaration, known.GetValueOrDefault(s.Key), defects))],
                TruthCommitmentText.Chinese,
                TruthCommitmentText.English,
                await db.IsReadBlindAsync(declaration, ct));
        }

        private static Section Of(
            DossierSectionForm section,
            Declaration declaration,
            IReadOnlyDictionary<string, string>? known,
            IReadOnlyList<DossierDefect> defects)
        {
            var values = declaration.Dossier.GetValueOrDefault(section.Key);
            var proposed = values is null && declaration.MayEdit(section.Key) ? known : null;
            return new Section(
                section.Key, section.Title, section.English,
                declaration.MayEdit(section.Key) && !section.IsGiven,
                declaration.ReturnedSections.Find(r => r.Section == section.Key)?.Reason,
                values is not null,
                [
                    .. section.Fields.Select(f => new Field(
                        f,
                        values?.GetValueOrDefault(f.Key),
                        proposed?.GetValueOrDefault(f.Key),
                        EvidenceLine.OfFact(declaration, $"{section.Key}/{f.Key}", blind: false),
                        defects.FirstOrDefault(d => d.Section == section.Key && d.Field == f.Key)?.Kind,
                        FactChange.Of(declaration, section.Key, f))),
                ],
                section.IsGiven,
                FactChange.Since(declaration, section.Key));
        }
    }
}
