using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;

namespace TitleWorkflow.Domain.Assessments;

/// <summary>A decided case, as caps look at it.</summary>
/// <param name="Case">The case; it has a count.</param>
/// <param name="Employer">Where the applicant works.</param>
/// <param name="Score">The group's mean; 0 where there is none.</param>
public sealed record CappedCase(MeetingCase Case, OrganisationId Employer, decimal Score);

/// <summary>Posts of a public institution under a plan.</summary>
/// <param name="Employer">The institution.</param>
/// <param name="Posts">Posts stated, from 0.</param>
/// <param name="Taken">Those that have passed already.</param>
public sealed record FreePosts(OrganisationId Employer, int Posts, int Taken)
{
    /// <summary>Posts left, from 0.</summary>
    public int Left => Math.Max(0, Posts - Taken);
}

/// <summary>How a decided case stands towards the caps.</summary>
public enum CapStanding
{
    /// <summary>Enough votes and a place.</summary>
    Within,

    /// <summary>Level with others at the line; a run-off tells them apart.</summary>
    Tied,

    /// <summary>Enough votes, no place.</summary>
    Over,

    /// <summary>Enough votes; unknown while others are tied for a post.</summary>
    Open,

    /// <summary>Not enough votes, whatever the caps.</summary>
    NotPassed,
}

/// <summary>One line of the ranking.</summary>
/// <param name="Case">The case.</param>
/// <param name="Score">The group's mean; 0 where there is none.</param>
/// <param name="Rank">From 1; who is level has the same.</param>
/// <param name="Standing">How it stands.</param>
public sealed record CapRank(MeetingCase Case, decimal Score, int Rank, CapStanding Standing);

/// <summary>What post quotas and pass rate make of the decided cases of one plan in one meeting (核定通过名额).</summary>
/// <param name="Ranking">Every case, best first; those without enough votes last.</param>
/// <param name="Ties">Who must be told apart by run-offs first; empty once all is clear.</param>
public sealed record CapSettlement(IReadOnlyList<CapRank> Ranking, IReadOnlyList<CapTie> Ties)
{
    /// <summary>Works it out. Posts first: who has no post needs no place within the rate.</summary>
    /// <param name="cases">All that were voted on; those whose result is known keep it.</param>
    /// <param name="percent">The pass rate in whole percent; 0 for none.</param>
    /// <param name="posts">Posts of the institutions that have a quota.</param>
    /// <param name="runOffs">Run-offs held so far.</param>
    public static CapSettlement Of(
        IReadOnlyList<CappedCase> cases, int percent, IReadOnlyList<FreePosts> posts, IReadOnlyList<RunOff> runOffs)
    {
        var waiting = cases.Where(c => c.Case.AwaitsCap).ToList();
        var passing = waiting.Where(c => c.Case.Tally!.Passes).Select(Candidate).ToList();
        var ties = new List<CapTie>();
        foreach (var institution in posts)
        {
            var own = waiting.Where(c => c.Employer == institution.Employer).Select(c => c.Case.Id).ToHashSet();
            Keep(PassCap.Apply([.. passing.Where(p => own.Contains(p.Case))], institution.Left, runOffs));
        }

        var open = ties.Count > 0 && percent > 0;
        if (!open && percent > 0)
        {
            var places = PassCap.Places(percent, cases.Count) - cases.Count(c => c.Case.Result == AssessmentResult.Passed);
            Keep(PassCap.Apply(passing, Math.Max(0, places), runOffs));
        }

        var within = passing.Select(p => p.Case).ToHashSet();
        var tied = ties.SelectMany(t => t.Cases).ToHashSet();
        return new CapSettlement(Rank(cases, Standing), ties);

        void Keep(CapOutcome outcome)
        {
            passing.RemoveAll(p => outcome.Over.Contains(p.Case));
            if (outcome.Tie is { } tie)
            {
                ties.Add(tie);
            }
        }

        CapStanding Standing(MeetingCase @case) => @case switch
        {
            { Result: AssessmentResult.Passed } => CapStanding.Within,
            { Result: AssessmentResult.OverCap } => CapStanding.Over,
            { Result: not null } or { Tally.Passes: false } => CapStanding.NotPassed,
            _ when tied.Contains(@case.Id) => CapStanding.Tied,
            _ when !within.Contains(@case.Id) => CapStanding.Over,
            _ => open ? CapStanding.Open : CapStanding.Within,
        };
    }

    /// <summary>The final result of a case that stands so; null while it is unknown.</summary>
    public static AssessmentResult? ResultOf(CapStanding standing) => standing switch
    {
        CapStanding.Within => AssessmentResult.Passed,
        CapStanding.Over => AssessmentResult.OverCap,
        CapStanding.NotPassed => AssessmentResult.NotPassed,
        _ => null,
    };

    private static CapCandidate Candidate(CappedCase @case) => new(@case.Case.Id, @case.Case.Tally!, @case.Score);

    private static List<CapRank> Rank(IReadOnlyList<CappedCase> cases, Func<MeetingCase, CapStanding> standing)
    {
        var all = cases.Select(c => (Capped: c, Candidate: Candidate(c))).ToList();
        return
        [
            .. all.OrderBy(c => c.Candidate, CapCandidate.ByRank).ThenBy(c => c.Capped.Case.Position)
                .Select(c => new CapRank(
                    c.Capped.Case, c.Capped.Score, 1 + all.Count(o => o.Candidate.Against(c.Candidate) < 0),
                    standing(c.Capped.Case))),
        ];
    }
}
