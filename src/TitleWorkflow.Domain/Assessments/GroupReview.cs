using TitleWorkflow.Domain.Assessments.Assigning;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Experts;
using TitleWorkflow.Domain.Organisations;

namespace TitleWorkflow.Domain.Assessments;

/// <summary>Identifies a group review.</summary>
public readonly record struct GroupReviewId(Guid Value)
{
    /// <summary>A fresh, time-ordered id.</summary>
    public static GroupReviewId New() => new(Guid.CreateVersion7());
}

/// <summary>One reader gave way to another by the office's decision (更换评议专家).</summary>
/// <param name="From">Who reads no longer.</param>
/// <param name="To">Who reads instead.</param>
/// <param name="Reason">Why.</param>
/// <param name="At">When.</param>
public sealed record ReaderReplacement(PersonId From, PersonId To, string Reason, DateTimeOffset At);

/// <summary>The experts who read one dossier before the meeting (评议组评议).</summary>
public sealed class GroupReview : Aggregate
{
    private GroupReview()
    {
    }

    /// <summary>Identity.</summary>
    public GroupReviewId Id { get; private set; }

    /// <summary>The case; one review at a time.</summary>
    public DeclarationId Declaration { get; private set; }

    /// <summary>Who reads; whoever left for an interest is no longer among them.</summary>
    public List<PersonId> Experts { get; private set; } = [];

    /// <summary>Who left, and why.</summary>
    public List<Recusal> Recusals { get; private set; } = [];

    /// <summary>Whom the office replaced, and why; they do not come back.</summary>
    public List<ReaderReplacement> Replacements { get; private set; } = [];

    /// <summary>When the office took the assignment back; null while it stands.</summary>
    public DateTimeOffset? UndoneAt { get; private set; }

    /// <summary>Why it was taken back; null while it stands.</summary>
    public string? UndoneBecause { get; private set; }

    /// <summary>1, or 2 once sheets that lay too far apart were discussed again.</summary>
    public int Round { get; private set; } = 1;

    /// <summary>When they were assigned.</summary>
    public DateTimeOffset AssignedAt { get; private set; }

    /// <summary>Assigns members of the committee to the dossier.</summary>
    /// <exception cref="RuleBrokenException">Fewer than <paramref name="minimum"/> different members, or the applicant is one.</exception>
    public static GroupReview Assign(
        Declaration declaration, IReadOnlyList<PersonId> experts, IReadOnlySet<PersonId> members, int minimum, DateTimeOffset now)
    {
        PersonId[] distinct = [.. experts.Distinct()];
        AssessmentRules.ThreeExperts.Require(
            distinct.Length >= Math.Max(3, minimum)
            && distinct.All(e => members.Contains(e) && e != declaration.Applicant));
        return new GroupReview
        {
            Id = GroupReviewId.New(),
            Declaration = declaration.Id,
            Experts = [.. distinct],
            AssignedAt = now,
        };
    }

    /// <summary>A reader leaves for an interest (回避); if fewer than needed are left, the office names others.</summary>
    /// <exception cref="RuleBrokenException">No reason is given, or the person does not read.</exception>
    public void Recuse(PersonId reader, string? reason)
    {
        ExpertRules.RecusalNeedsReason.Require(!string.IsNullOrWhiteSpace(reason));
        AssessmentRules.NotRecused.Require(Experts.Contains(reader));
        Experts = [.. Experts.Where(e => e != reader)];
        Recusals = [.. Recusals, new Recusal(reader, reason!.Trim())];
    }

    /// <summary>Names further members in place of those who left; who left does not come back.</summary>
    /// <exception cref="RuleBrokenException">Still fewer than <paramref name="minimum"/>, or somebody who may not read.</exception>
    public void Complete(
        Declaration declaration, IReadOnlyList<PersonId> others, IReadOnlySet<PersonId> members, int minimum)
    {
        AssessmentRules.NotRecused.Require(others.All(o => Recusals.All(r => r.Person != o)));
        PersonId[] all = [.. Experts.Union(others)];
        AssessmentRules.ThreeExperts.Require(
            all.Length >= Math.Max(3, minimum) && all.All(e => members.Contains(e) && e != declaration.Applicant));
        Experts = [.. all];
    }

    /// <summary>The office has another member read in place of one who has not handed in; sheets of the others stay.</summary>
    /// <param name="declaration">The dossier.</param>
    /// <param name="from">Who reads no longer.</param>
    /// <param name="to">Who reads instead; whether they may is asked of the committee here, of conflicts before.</param>
    /// <param name="reason">Why.</param>
    /// <param name="members">The committee.</param>
    /// <param name="handedIn">Who has handed in a sheet of the present round.</param>
    /// <param name="minimum">Experts the group needs.</param>
    /// <param name="now">When.</param>
    /// <exception cref="RuleBrokenException">
    /// No reason is given, the dossier is with no group, one of the two may not leave or join, or too few would read.
    /// </exception>
    public void Replace(
        Declaration declaration,
        PersonId from,
        PersonId to,
        string? reason,
        IReadOnlySet<PersonId> members,
        IReadOnlySet<PersonId> handedIn,
        int minimum,
        DateTimeOffset now)
    {
        AssignmentRules.BeingRead.Require(IsReadFor(declaration));
        AssignmentRules.UndoingReasoned.Require(!string.IsNullOrWhiteSpace(reason));
        AssessmentRules.NotRecused.Require(Experts.Contains(from) && Recusals.All(r => r.Person != to));
        AssignmentRules.HandedInStays.Require(!handedIn.Contains(from));
        AssignmentRules.FreshReader.Require(!Experts.Contains(to) && Replacements.All(r => r.From != to));
        PersonId[] all = [.. Experts.Select(e => e == from ? to : e)];
        AssessmentRules.ThreeExperts.Require(
            all.Length >= Math.Max(3, minimum) && members.Contains(to) && to != declaration.Applicant);
        Experts = [.. all];
        Replacements = [.. Replacements, new ReaderReplacement(from, to, reason!.Trim(), now)];
    }

    /// <summary>The office takes the assignment back (撤销分派); the dossier waits for readers again.</summary>
    /// <param name="declaration">The dossier.</param>
    /// <param name="reason">Why.</param>
    /// <param name="sheets">How many sheets were handed in, in any round.</param>
    /// <param name="now">When.</param>
    /// <exception cref="RuleBrokenException">No reason is given, the dossier is with no group, or a sheet was handed in.</exception>
    public void Undo(Declaration declaration, string? reason, int sheets, DateTimeOffset now)
    {
        AssignmentRules.BeingRead.Require(IsReadFor(declaration));
        AssignmentRules.UndoingReasoned.Require(!string.IsNullOrWhiteSpace(reason));
        AssignmentRules.NothingHandedIn.Require(sheets == 0);
        UndoneAt = now;
        UndoneBecause = reason!.Trim();
    }

    private bool IsReadFor(Declaration declaration) =>
        UndoneAt is null && declaration.Id == Declaration && declaration.Status == DeclarationStatus.UnderGroupReview;

    /// <summary>The sheets lie too far apart: the same readers discuss and write second ones beside the first.</summary>
    public void Rediscuss() => Round = 2;
}

/// <summary>One expert's scores and written opinion on one dossier (评分表与书面意见).</summary>
public sealed class ScoreSheet
{
    private ScoreSheet()
    {
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>The review it belongs to.</summary>
    public GroupReviewId Review { get; private set; }

    /// <summary>Who wrote it; one sheet each in every round.</summary>
    public PersonId Expert { get; private set; }

    /// <summary>The round it was written in, from 1; the first sheet stays as it is beside the second.</summary>
    public int Round { get; private set; } = 1;

    /// <summary>Points by indicator: those of the first level, and those below it where the expert gave them.</summary>
    public Dictionary<string, int> Scores { get; private set; } = [];

    /// <summary>Sum of the points.</summary>
    public int Total { get; private set; }

    /// <summary>The written opinion.</summary>
    public string Opinion { get; private set; } = "";

    /// <summary>When it was handed in.</summary>
    public DateTimeOffset SubmittedAt { get; private set; }

    /// <summary>
    /// Fills a sheet by the plan's standard. An indicator is given its points outright, or those below it are and it gets their
    /// sum within its cap.
    /// </summary>
    /// <exception cref="RuleBrokenException">An indicator lacks a score or exceeds its cap, or there is no opinion.</exception>
    public static ScoreSheet Submit(
        GroupReview review,
        PersonId expert,
        ScoringStandard standard,
        IReadOnlyDictionary<string, int> scores,
        string? opinion,
        DateTimeOffset now)
    {
        var kept = new Dictionary<string, int>();
        var total = Take(standard.Items, scores, kept);
        AssessmentRules.ScoreWithinCap.Require(total is not null);
        AssessmentRules.OpinionWritten.Require(!string.IsNullOrWhiteSpace(opinion));
        return new ScoreSheet
        {
            Id = Guid.CreateVersion7(),
            Review = review.Id,
            Expert = expert,
            Round = review.Round,
            Scores = kept,
            Total = total!.Value,
            Opinion = opinion!.Trim(),
            SubmittedAt = now,
        };
    }

    // Null if anything is missing or out of bounds.
    private static int? Take(
        IReadOnlyList<ScoreItem> items, IReadOnlyDictionary<string, int> scores, Dictionary<string, int> kept)
    {
        var sum = 0;
        foreach (var item in items)
        {
            var points = scores.TryGetValue(item.Key, out var given) ? given
                : item.Items is { Count: > 0 } below && Take(below, scores, kept) is { } worked ? Math.Min(worked, item.Cap)
                : -1;
            if (points < 0 || points > item.Cap)
            {
                return null;
            }

            kept[item.Key] = points;
            sum += points;
        }

        return sum;
    }
}
