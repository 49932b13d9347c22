using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Committees;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;

namespace TitleWorkflow.Domain.Experts;

/// <summary>Identifies a draw.</summary>
public readonly record struct ExpertDrawId(Guid Value)
{
    /// <summary>A fresh, time-ordered id.</summary>
    public static ExpertDrawId New() => new(Guid.CreateVersion7());

    /// <inheritdoc />
    public override string ToString() => Value.ToString();
}

/// <summary>How far a draw has come.</summary>
public enum ExpertDrawStatus
{
    /// <summary>Pool and policy are frozen; the inputs are not known yet.</summary>
    Frozen,

    /// <summary>Drawn; experts are answering.</summary>
    Drawn,

    /// <summary>The committee is seated.</summary>
    Seated,
}

/// <summary>What a draw is for.</summary>
/// <param name="Plan">The plan whose cases the committee will review.</param>
/// <param name="Committee">The committee to be seated.</param>
/// <param name="Level">Level reviewed.</param>
/// <param name="MeetingOn">Day of the meeting.</param>
/// <param name="ReleaseHours">Hours before 09:00 of that day at which names are released.</param>
public sealed record DrawOccasion(
    PlanId Plan, OrganisationId Committee, TitleLevel Level, DateOnly MeetingOn, int ReleaseHours);

/// <summary>
/// One round of the random draw of a committee (随机抽取): frozen, drawn with inputs nobody could know, answered by the
/// experts, sealed from the office until its hour of release. <see cref="DrawAlgorithm"/> says how it is drawn.
/// </summary>
public sealed class ExpertDraw : Aggregate
{
    private ExpertDraw()
    {
    }

    /// <summary>Identity.</summary>
    public ExpertDrawId Id { get; private set; }

    /// <summary>The plan.</summary>
    public PlanId Plan { get; private set; }

    /// <summary>The committee.</summary>
    public OrganisationId Committee { get; private set; }

    /// <summary>Level reviewed.</summary>
    public TitleLevel Level { get; private set; }

    /// <summary>Day of the meeting.</summary>
    public DateOnly MeetingOn { get; private set; }

    /// <summary>Round, from 1.</summary>
    public int Round { get; private set; }

    /// <summary>Why a further round was needed; null in the first.</summary>
    public string? Reason { get; private set; }

    /// <summary>How far it has come.</summary>
    public ExpertDrawStatus Status { get; private set; }

    /// <summary>The frozen policy.</summary>
    public DrawPolicy Policy { get; private set; } = null!;

    /// <summary>Hash of the policy.</summary>
    public string PolicyHash { get; private set; } = "";

    /// <summary>The frozen pool.</summary>
    public List<DrawCandidate> Candidates { get; private set; } = [];

    /// <summary>How many each filter removed.</summary>
    public List<DrawExclusion> Exclusions { get; private set; } = [];

    /// <summary>Hash of the pool.</summary>
    public string PoolHash { get; private set; } = "";

    /// <summary>When pool and policy were frozen.</summary>
    public DateTimeOffset FrozenAt { get; private set; }

    /// <summary>When the names are released.</summary>
    public DateTimeOffset ReleaseAt { get; private set; }

    /// <summary>The inputs; empty before the draw.</summary>
    public List<DrawInput> Inputs { get; private set; } = [];

    /// <summary>The seed; null before the draw.</summary>
    public string? Seed { get; private set; }

    /// <summary>Everybody who came up; empty before the draw.</summary>
    public List<DrawStep> Walk { get; private set; } = [];

    /// <summary>Who witnessed it; null before the draw.</summary>
    public PersonId? Witness { get; private set; }

    /// <summary>When it was drawn; null before.</summary>
    public DateTimeOffset? DrawnAt { get; private set; }

    /// <summary>Last day to answer, till 24:00; null before the draw.</summary>
    public DateOnly? AnswerBy { get; private set; }

    /// <summary>How many answers have come; two that come at once cannot both be the next.</summary>
    public int Answers { get; private set; }

    /// <summary>Members and alternates, in order; must be loaded for every verb.</summary>
    public ICollection<DrawSeat> Seats { get; private set; } = [];

    /// <summary>Members who have confirmed.</summary>
    public int Confirmed => Seats.Count(s => s.Status == DrawSeatStatus.Confirmed);

    /// <summary>Freezes pool and policy; their hashes may be shown from now on, the inputs become known later.</summary>
    /// <param name="occasion">What it is for.</param>
    /// <param name="pool">Who may be drawn.</param>
    /// <param name="policy">What it must come to.</param>
    /// <param name="round">Round, from 1.</param>
    /// <param name="reason">Why a further round is needed; null in the first.</param>
    /// <param name="now">When.</param>
    /// <exception cref="RuleBrokenException">
    /// Even or too few members, a further round without a reason, or the pool cannot meet the policy.
    /// </exception>
    public static ExpertDraw Freeze(
        DrawOccasion occasion, DrawPool pool, DrawPolicy policy, int round, string? reason, DateTimeOffset now)
    {
        CommitteeRules.Odd.Require(policy.Size % 2 == 1);
        CommitteeRules.LargeEnough.Require(policy.Size >= ReviewCommittee.MinimumSize(occasion.Level));
        DrawRules.NewRoundReasoned.Require(round == 1 || !string.IsNullOrWhiteSpace(reason));
        DrawRules.PlainTexts.Require(PlainText.Is(reason?.Trim()) && policy.Inputs.All(name => PlainText.Is(name)));
        if (DrawAlgorithm.Shortage(pool, policy) is { } shortage)
        {
            throw new RuleBrokenException(shortage.Rule);
        }

        return new ExpertDraw
        {
            Id = ExpertDrawId.New(),
            Plan = occasion.Plan,
            Committee = occasion.Committee,
            Level = occasion.Level,
            MeetingOn = occasion.MeetingOn,
            ReleaseAt = occasion.MeetingOn.StartsAt(hour: 9).AddHours(-occasion.ReleaseHours),
            Round = round,
            Reason = string.IsNullOrWhiteSpace(reason) ? null : reason.Trim(),
            Policy = policy,
            PolicyHash = policy.Hash(),
            Candidates = [.. pool.Candidates],
            Exclusions = [.. pool.Exclusions],
            PoolHash = pool.Hash(),
            FrozenAt = now,
        };
    }

    /// <summary>Draws with the inputs, which the supervisor gives and answers for.</summary>
    /// <param name="values">The values, in the order of the policy's names.</param>
    /// <param name="witness">The supervisor.</param>
    /// <param name="answerBy">Last day for experts to answer.</param>
    /// <param name="now">When.</param>
    /// <exception cref="RuleBrokenException">Already drawn, or an input is missing.</exception>
    public void Draw(IReadOnlyList<string> values, PersonId witness, DateOnly answerBy, DateTimeOffset now)
    {
        DrawRules.DrawnOnce.Require(Status == ExpertDrawStatus.Frozen);
        DrawRules.InputsComplete.Require(
            values.Count == Policy.Inputs.Count && values.All(v => !string.IsNullOrWhiteSpace(v)));
        DrawRules.PlainTexts.Require(values.All(v => PlainText.Is(v.Trim())));
        Inputs = [.. Policy.Inputs.Zip(values, (name, value) => new DrawInput(name, value.Trim()))];
        Seed = DrawAlgorithm.Seed(Inputs, PoolHash, PolicyHash, Plan.Value, Round, Reason);
        var outcome = DrawAlgorithm.Draw(new DrawPool(Candidates, Exclusions), Policy, Seed);
        Walk = [.. outcome.Walk];
        Seats =
        [
            .. outcome.Members.Select((p, i) => new DrawSeat(Id, p, i + 1, DrawSeatStatus.Invited)),
            .. outcome.Alternates.Select((p, i) => new DrawSeat(Id, p, Policy.Size + i + 1, DrawSeatStatus.Waiting)),
        ];
        Witness = witness;
        DrawnAt = now;
        AnswerBy = answerBy;
        Status = ExpertDrawStatus.Drawn;
    }

    /// <summary>An invited expert confirms or declines; whoever has confirmed may still decline.</summary>
    /// <returns>Who is invited in the place of somebody who declined; null if nobody.</returns>
    /// <exception cref="RuleBrokenException">Not invited, answered before, or the committee is seated.</exception>
    public PersonId? Answer(PersonId expert, bool comes, DateTimeOffset now)
    {
        DrawRules.DrawnFirst.Require(Status == ExpertDrawStatus.Drawn);
        var seat = Seats.SingleOrDefault(s => s.Expert == expert && s.IsMember);
        DrawRules.InvitedAnswers.Require(seat is not null && (seat.Status == DrawSeatStatus.Invited || !comes));
        if (!comes)
        {
            return Replace(seat!, DrawSeatStatus.Declined, now);
        }

        Answers++;
        seat!.Status = DrawSeatStatus.Confirmed;
        seat.AnsweredAt = now;
        return null;
    }

    /// <summary>Replaces everybody who has not answered by the last day.</summary>
    /// <returns>Who is invited instead.</returns>
    /// <exception cref="RuleBrokenException">Not drawn, or there is still time to answer.</exception>
    public IReadOnlyList<PersonId> ReplaceUnanswered(DateOnly answerBy, DateTimeOffset now)
    {
        DrawRules.DrawnFirst.Require(Status == ExpertDrawStatus.Drawn);
        DrawRules.AnswerTimeOver.Require(CanReplaceUnanswered(now));
        var silent = Seats.Where(s => s.Status == DrawSeatStatus.Invited).OrderBy(s => s.Order).ToList();
        AnswerBy = answerBy;
        return [.. silent.Select(s => Replace(s, DrawSeatStatus.Unanswered, now)).OfType<PersonId>()];
    }

    /// <summary>True when the last day to answer is over.</summary>
    public bool CanReplaceUnanswered(DateTimeOffset now) => AnswerBy is { } last && now >= last.EndsAt();

    /// <summary>Asks whether one of the rounds of a plan and level has come to a seated committee.</summary>
    /// <param name="rounds">How far each has come.</param>
    /// <exception cref="RuleBrokenException">None has.</exception>
    public static void RequireSeated(IEnumerable<ExpertDrawStatus> rounds) =>
        DrawRules.SeatedFirst.Require(rounds.Contains(ExpertDrawStatus.Seated));

    /// <summary>True from the hour of release on.</summary>
    public bool IsReleased(DateTimeOffset now) => now >= ReleaseAt;

    /// <summary>The committee, once all have confirmed and the names are released: chairs chosen among its members.</summary>
    /// <param name="director">The director.</param>
    /// <param name="deputies">Deputy directors; may be none.</param>
    /// <param name="now">When.</param>
    /// <exception cref="RuleBrokenException">Not drawn, still sealed, not all confirmed, or a chair is no member.</exception>
    public IReadOnlyList<CommitteeSeat> Seat(PersonId director, IReadOnlyList<PersonId> deputies, DateTimeOffset now)
    {
        DrawRules.DrawnFirst.Require(Status == ExpertDrawStatus.Drawn);
        DrawRules.SealedUntilRelease.Require(IsReleased(now));
        DrawRules.AllConfirmed.Require(Confirmed == Policy.Size);
        var members = Seats.Where(s => s.IsMember).Select(s => s.Expert).ToHashSet();
        CommitteeRules.OneDirector.Require(members.Contains(director) && deputies.All(d => members.Contains(d) && d != director));
        Status = ExpertDrawStatus.Seated;
        return
        [
            .. Seats.Where(s => s.IsMember || s.Status == DrawSeatStatus.Waiting).OrderBy(s => s.Order)
                .Select(s => new CommitteeSeat(s.Expert, Position(s, director, deputies))),
        ];
    }

    private static CommitteePosition Position(DrawSeat seat, PersonId director, IReadOnlyList<PersonId> deputies) =>
        seat.Expert == director ? CommitteePosition.Director
        : deputies.Contains(seat.Expert) ? CommitteePosition.Deputy
        : seat.IsMember ? CommitteePosition.Member : CommitteePosition.Alternate;

    // The first remaining alternate that keeps the least number from enterprises; employers and the outside share hold
    // whoever steps in, since alternates were drawn under them too.
    private PersonId? Replace(DrawSeat seat, DrawSeatStatus status, DateTimeOffset now)
    {
        Answers++;
        seat.Status = status;
        seat.AnsweredAt = now;
        var enterprise = Candidates.Where(c => c.FromEnterprise).Select(c => c.Expert).ToHashSet();
        var kept = Seats.Count(s => s.IsMember && enterprise.Contains(s.Expert));
        var next = Seats.Where(s => s.Status == DrawSeatStatus.Waiting).OrderBy(s => s.Order)
            .FirstOrDefault(s => kept >= Policy.EnterpriseMembers || enterprise.Contains(s.Expert));
        if (next is null)
        {
            return null;
        }

        next.Status = DrawSeatStatus.Invited;
        next.Replaces = seat.Expert;
        return next.Expert;
    }
}
