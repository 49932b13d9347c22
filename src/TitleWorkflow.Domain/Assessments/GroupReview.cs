using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;

namespace TitleWorkflow.Domain.Assessments;

/// <summary>Identifies a group review.</summary>
public readonly record struct GroupReviewId(Guid Value)
{
    /// <summary>A fresh, time-ordered id.</summary>
    public static GroupReviewId New() => new(Guid.CreateVersion7());
}

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

    /// <summary>Who reads.</summary>
    public List<PersonId> Experts { get; private set; } = [];

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

    /// <summary>Who wrote it; one sheet each.</summary>
    public PersonId Expert { get; private set; }

    /// <summary>Points by item.</summary>
    public Dictionary<string, int> Scores { get; private set; } = [];

    /// <summary>Sum of the points.</summary>
    public int Total { get; private set; }

    /// <summary>The written opinion.</summary>
    public string Opinion { get; private set; } = "";

    /// <summary>When it was handed in.</summary>
    public DateTimeOffset SubmittedAt { get; private set; }

    /// <summary>Fills a sheet by the plan's standard.</summary>
    /// <exception cref="RuleBrokenException">An item lacks a score or exceeds its cap, or there is no opinion.</exception>
    public static ScoreSheet Submit(
        GroupReview review,
        PersonId expert,
        ScoringStandard standard,
        IReadOnlyDictionary<string, int> scores,
        string? opinion,
        DateTimeOffset now)
    {
        AssessmentRules.ScoreWithinCap.Require(standard.Items.All(i =>
            scores.TryGetValue(i.Key, out var points) && points >= 0 && points <= i.Cap));
        AssessmentRules.OpinionWritten.Require(!string.IsNullOrWhiteSpace(opinion));
        var kept = standard.Items.ToDictionary(i => i.Key, i => scores[i.Key]);
        return new ScoreSheet
        {
            Id = Guid.CreateVersion7(),
            Review = review.Id,
            Expert = expert,
            Scores = kept,
            Total = kept.Values.Sum(),
            Opinion = opinion!.Trim(),
            SubmittedAt = now,
        };
    }
}
