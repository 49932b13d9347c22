using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.Tests.Calendars;
using TitleWorkflow.Domain.Tests.Declarations;

namespace TitleWorkflow.Domain.Tests.Assessments;

public sealed class ReexaminationTests
{
    private static readonly DateTimeOffset Told = Qingtan.Time("2022-12-16 15:00");
    private static readonly DateTimeOffset Monday = Qingtan.Time("2022-12-19 10:00");
    private static readonly DateTimeOffset Found = Qingtan.Time("2023-01-09 10:00");
    private static readonly PersonId Reader = PersonId.New();
    private static readonly HashSet<PersonId> TookPart = [Reader];

    private readonly Declaration declaration = NotPassed();

    [Fact]
    public void Fifteen_working_days_from_19_December_2022_end_on_10_January()
    {
        var request = Ask();

        Assert.Equal(Qingtan.Day("2023-01-10"), request.DueOn);
        Assert.Contains(new ReexaminationRequested(declaration.Id), request.Events);
    }

    [Fact]
    public void It_is_asked_for_once_the_result_is_told_and_in_time()
    {
        var signed = A.Declaration().Signed(AssessmentResult.NotPassed);

        Refused.With(ReexaminationRules.ResultTold, () => signed.OpenReexamination(Qingtan.Day("2022-12-30")));
        Refused.With(ReexaminationRules.ResultTold, () => Ask(of: signed));
        Refused.With(ReexaminationRules.InTime, () => Ask(at: Qingtan.Time("2022-12-31 00:00")));
        Ask(at: Qingtan.Time("2022-12-30 23:59"));
    }

    [Fact]
    public void Each_ground_is_taken_once_and_one_after_the_other()
    {
        var first = Ask(ReexaminationGround.Merit);

        Refused.With(ReexaminationRules.OneAtATime, () => Ask(earlier: first));
        first.Dismiss(declaration, "学术评价由评委会独立作出。", A.ByOffice, Found);
        Refused.With(ReexaminationRules.OncePerGround, () => Ask(ReexaminationGround.Merit, first));
        Ask(earlier: first);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    public void It_says_what_went_wrong(string? statement) =>
        Refused.With(
            ReexaminationRules.Stated,
            () => Reexamination.Request(
                declaration, [], ReexaminationGround.Facts, statement, 15, OfficialCalendar.Loaded, Monday));

    [Fact]
    public void Merit_is_answered_and_never_decided_anew()
    {
        var request = Ask(ReexaminationGround.Merit);

        Refused.With(ReexaminationRules.NotMerit, () => request.Uphold(declaration, Vote(), TookPart, [], "有理", A.ByOffice, Found));
        Refused.With(ReexaminationRules.FindingReasoned, () => request.Dismiss(declaration, " ", A.ByOffice, Found));
        request.Dismiss(declaration, "学术评价由评委会独立作出。", A.ByOffice, Found);

        Assert.Equal((ReexaminationStatus.Dismissed, false), (request.Status, declaration.IsLive));
        Refused.With(ReexaminationRules.StillOpen, () => request.Dismiss(declaration, "再答", A.ByOffice, Found));
    }

    [Fact]
    public void A_missed_recusal_names_who_stayed_and_another_ground_names_nobody()
    {
        var missed = Ask();
        var procedure = Ask(ReexaminationGround.Procedure);

        Refused.With(ReexaminationRules.NamesWhoStayed, () => missed.Uphold(declaration, Vote(), TookPart, [], "属实", A.ByOffice, Found));
        Refused.With(
            ReexaminationRules.NamesWhoStayed, () => procedure.Uphold(declaration, Vote(), TookPart, [Reader], "属实", A.ByOffice, Found));
    }

    [Fact]
    public void Only_who_took_part_can_have_stayed() =>
        Refused.With(
            ReexaminationRules.TookPart,
            () => Ask().Uphold(declaration, Vote(), TookPart, [Reader, PersonId.New()], "属实", A.ByOffice, Found));

    [Fact]
    public void Upheld_the_case_lives_again_and_its_old_vote_stays_as_it_was()
    {
        var (request, vote) = (Ask(), Vote());

        request.Uphold(declaration, vote, TookPart, [Reader], "评议专家近三年与申报人同单位", A.ByOffice, Found);

        Assert.Equal((ReexaminationStatus.Upheld, Reader), (request.Status, request.MissedRecusals.Single()));
        Assert.Equal((true, DeclarationStatus.Accepted), (declaration.IsLive, declaration.Status));
        Assert.Equal((null, null, null, false), (declaration.Result, declaration.VotedOn, declaration.ResultSignedAt, declaration.GroupReviewed));
        Assert.Equal((false, MeetingCaseStatus.Decided, new Tally(4, 5, 0, 0)), (vote.IsLive, vote.Status, vote.Tally));
        Refused.With(DeclarationRules.GroupReviewBeforeMeeting, () => declaration.In(DeclarationStatus.AwaitingMeeting, Stage.Assessment));
    }

    [Fact]
    public void Only_a_counted_result_is_set_aside()
    {
        var listed = new MeetingRoom(13).Opened(9).Case();

        Refused.With(
            ReexaminationRules.ResultSetAside, () => Ask().Uphold(declaration, listed, TookPart, [Reader], "属实", A.ByOffice, Found));
    }

    [Fact]
    public void A_result_that_was_not_told_is_not_set_aside() =>
        Refused.With(
            ReexaminationRules.ResultTold,
            () => A.Declaration().Signed(AssessmentResult.NotPassed).Reassess("属实", A.ByOffice, Found));

    private static Declaration NotPassed()
    {
        var declaration = A.Declaration().Signed(AssessmentResult.NotPassed);
        declaration.NotifyResult(Told);
        declaration.OpenReexamination(Qingtan.Day("2022-12-30"));
        return declaration;
    }

    private static MeetingCase Vote()
    {
        var room = new MeetingRoom(13).ReadyToVote(9);
        return room.Ballot(room.Voting(), yes: 4, no: 5);
    }

    private Reexamination Ask(
        ReexaminationGround ground = ReexaminationGround.Recusal, Reexamination? earlier = null, Declaration? of = null, DateTimeOffset? at = null) =>
        Reexamination.Request(
            of ?? declaration, earlier is null ? [] : [earlier], ground, "评议专家 2021 年 6 月前与本人同单位", 15, OfficialCalendar.Loaded, at ?? Monday);
}
