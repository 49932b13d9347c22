using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace TitleWorkflow.Domain.Declarations;

/// <summary>A section sent back, and why.</summary>
/// <param name="Section">Key of the section.</param>
/// <param name="Reason">What to mend.</param>
public sealed record ReturnedSection(string Section, string Reason);

/// <summary>What sections said when they were last sent back, to tell later what was mended.</summary>
/// <param name="At">When they were sent back.</param>
/// <param name="Facts">What they stated, by section and field; sections that were not sent back are absent.</param>
/// <param name="Evidence">Pieces that counted then.</param>
public sealed record EarlierSections(
    DateTimeOffset At, Dictionary<string, Dictionary<string, string>> Facts, HashSet<EvidenceId> Evidence);

/// <summary>The signed truth commitment (真实性承诺).</summary>
/// <param name="Text">The words that were signed.</param>
/// <param name="SignedName">The applicant's name as typed.</param>
/// <param name="At">When.</param>
public sealed record TruthCommitment(string Text, string SignedName, DateTimeOffset At);

public sealed partial class Declaration
{
    /// <summary>Stated facts by section and field.</summary>
    public Dictionary<string, Dictionary<string, string>> Dossier { get; private set; } = [];

    /// <summary>Sections sent back and not yet handed in again; empty otherwise.</summary>
    public List<ReturnedSection> ReturnedSections { get; private set; } = [];

    /// <summary>What the sections of the last return said then; stays when they are handed in again, null without a return.</summary>
    public EarlierSections? Earlier { get; private set; }

    /// <summary>The commitment of the last submission; null before.</summary>
    public TruthCommitment? Commitment { get; private set; }

    /// <summary>SHA-256 over facts and evidence at the last submission, lower-case hex; null before.</summary>
    public string? SnapshotHash { get; private set; }

    /// <summary>Number of the submission receipt; null before.</summary>
    public string? ReceiptNumber { get; private set; }

    /// <summary>Evidence, detached pieces included; may be partly loaded.</summary>
    public ICollection<Evidence> Evidence { get; private set; } = [];

    /// <summary>What stands before the slash in facts of the self-score (自评); no section of the form has this key.</summary>
    public const string SelfScore = "score";

    /// <summary>True if the applicant may change this section now.</summary>
    public bool MayEdit(string section) => Status switch
    {
        DeclarationStatus.Draft => true,
        DeclarationStatus.Returned => section == SelfScore || ReturnedSections.Any(r => r.Section == section),
        _ => false,
    };

    /// <summary>Indicators of the self-score that have evidence; needs all evidence loaded.</summary>
    public IReadOnlySet<string> ProvenIndicators() => Evidence.Where(e => e.DetachedAt is null)
        .Select(e => e.Fact.Split('/')).Where(f => f[0] == SelfScore).Select(f => f[1]).ToHashSet();

    /// <summary>Stores one section as typed, complete or not; empty values are dropped, unknown fields ignored.</summary>
    /// <exception cref="RuleBrokenException">The section is not open for editing, or comes from an official act.</exception>
    public void Fill(DossierSectionForm section, IReadOnlyDictionary<string, string> values)
    {
        DeclarationRules.GivenSectionStays.Require(!section.IsGiven);
        DeclarationRules.OpenForEditing.Require(MayEdit(section.Key));
        Put(section, values);
    }

    /// <summary>An official act fills a section that is nobody's to change; once filled, it stays.</summary>
    /// <exception cref="RuleBrokenException">The section is the applicant's own, or filled already.</exception>
    public void Give(DossierSectionForm section, IReadOnlyDictionary<string, string> values)
    {
        DeclarationRules.GivenSectionStays.Require(section.IsGiven && !Dossier.ContainsKey(section.Key));
        Put(section, values);
    }

    /// <summary>Attaches a stored file to a fact, <c>section/field</c>.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="fileName">Name as uploaded.</param>
    /// <param name="type">What its bytes are; null if they are of no accepted kind.</param>
    /// <param name="size">Bytes.</param>
    /// <param name="sha256">Hash, lower-case hex.</param>
    /// <param name="now">When.</param>
    /// <param name="isMasked">Whether it names neither person nor employer, for experts who read blind.</param>
    /// <exception cref="RuleBrokenException">Wrong kind, too large or empty, or the section is not open for editing.</exception>
    public Evidence Attach(
        string fact, string fileName, EvidenceType? type, long size, string sha256, DateTimeOffset now, bool isMasked = false)
    {
        DeclarationRules.OpenForEditing.Require(MayEdit(SectionOf(fact)));
        return AddEvidence(fact, fileName, type, size, sha256, now, isMasked);
    }

    /// <summary>Takes a piece of evidence off; the file is kept.</summary>
    /// <exception cref="RuleBrokenException">Its section is not open for editing.</exception>
    public void Detach(Evidence evidence, DateTimeOffset now)
    {
        DeclarationRules.OpenForEditing.Require(MayEdit(SectionOf(evidence.Fact)));
        evidence.DetachedAt ??= now;
    }

    /// <summary>Hands the dossier in, for the first time or after correction. Needs all evidence loaded.</summary>
    /// <param name="form">The plan's form.</param>
    /// <param name="commitment">The signed commitment; null if not signed.</param>
    /// <param name="windowOpen">Whether the plan's window is open; asked for the first submission only.</param>
    /// <param name="receiptNumber">Number for the receipt of a first submission.</param>
    /// <param name="by">The applicant.</param>
    /// <param name="now">When.</param>
    /// <exception cref="RuleBrokenException">Not open for editing, outside the window, incomplete, or not signed.</exception>
    public void Submit(
        DossierForm form, TruthCommitment? commitment, bool windowOpen, string receiptNumber, Actor by, DateTimeOffset now)
    {
        DeclarationRules.OpenForEditing.Require(Status is DeclarationStatus.Draft or DeclarationStatus.Returned);
        DeclarationRules.WindowOpen.Require(windowOpen || Status == DeclarationStatus.Returned);
        DeclarationRules.DossierComplete.Require(Defects(form).Count == 0);
        DeclarationRules.CommitmentSigned.Require(commitment is not null && commitment.SignedName == by.Name);
        Commitment = commitment;
        SubmittedAt = now;
        ReceiptNumber ??= receiptNumber;
        ReturnedSections = [];
        SnapshotHash = Hash();
        Note(HistoryAct.Submitted, by, now, ReceiptNumber);
    }

    /// <summary>What still stands in the way of submission. Needs all evidence loaded.</summary>
    public IReadOnlyList<DossierDefect> Defects(DossierForm form) => form.Check(
        Dossier.ToDictionary(s => s.Key, s => (IReadOnlyDictionary<string, string>)s.Value),
        Evidence.Where(e => e.DetachedAt is null).Select(e => e.Fact).ToHashSet());

    /// <summary>An office sends sections back (退回修改); what they say is kept beside what they will say. Needs all evidence loaded.</summary>
    /// <exception cref="RuleBrokenException">No section, or one without a reason, or the case has ended.</exception>
    public void Return(IReadOnlyList<ReturnedSection> sections, DossierForm form, Actor by, DateTimeOffset now)
    {
        DeclarationRules.NotEnded.Require(IsLive);
        DeclarationRules.ReturnNamesSections.Require(
            sections.Count > 0
            && sections.All(s => form.Find(s.Section) is { IsGiven: false } && !string.IsNullOrWhiteSpace(s.Reason)));
        ReturnedSections = [.. sections];
        Earlier = new EarlierSections(
            now,
            sections.Select(s => s.Section).Distinct().ToDictionary(s => s, s => Dossier.GetValueOrDefault(s) ?? []),
            Evidence.Where(e => e.DetachedAt is null && sections.Any(s => s.Section == SectionOf(e.Fact))).Select(e => e.Id).ToHashSet());
        Note(HistoryAct.Returned, by, now, string.Join('\n', sections.Select(s => $"{form.Find(s.Section)!.Title}：{s.Reason}")));
    }

    internal Evidence AddEvidence(
        string fact, string fileName, EvidenceType? type, long size, string sha256, DateTimeOffset now, bool isMasked = false)
    {
        DeclarationRules.EvidenceSize.Require(size is > 0 and <= Declarations.Evidence.MaximumSize);
        DeclarationRules.EvidenceKind.Require(type is not null);
        var evidence = new Evidence(Id, fact, fileName, type!.Value, size, sha256, now, isMasked);
        Evidence.Add(evidence);
        return evidence;
    }

    private void Put(DossierSectionForm section, IReadOnlyDictionary<string, string> values) =>
        Dossier = new Dictionary<string, Dictionary<string, string>>(Dossier)
        {
            [section.Key] = section.Fields
                .Where(f => !string.IsNullOrWhiteSpace(values.GetValueOrDefault(f.Key)))
                .ToDictionary(f => f.Key, f => values[f.Key].Trim()),
        };

    private static string SectionOf(string fact) => fact.Split('/')[0];

    // Sorted keys, so that the same content has the same hash whatever order it was typed in.
    private string Hash()
    {
        var content = new
        {
            facts = Dossier.OrderBy(s => s.Key, StringComparer.Ordinal)
                .Select(s => new { s.Key, values = s.Value.OrderBy(v => v.Key, StringComparer.Ordinal) }),
            evidence = Evidence.Where(e => e.DetachedAt is null)
                .OrderBy(e => e.Fact, StringComparer.Ordinal).ThenBy(e => e.Sha256, StringComparer.Ordinal)
                .Select(e => new { e.Fact, e.Sha256 }),
        };
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(content))));
    }
}
