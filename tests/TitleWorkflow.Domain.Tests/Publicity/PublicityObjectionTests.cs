using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.Publicity;
using TitleWorkflow.Domain.Tests.Calendars;

namespace TitleWorkflow.Domain.Tests.Publicity;

public sealed class PublicityObjectionTests
{
    private static readonly ObjectionWords Named = new("论文第一作者不是本人", null, "顾采薇", "0632-5550123");
    private static readonly DateTimeOffset Thursday = Qingtan.Time("2022-10-13 10:00");
    private static readonly Investigator Personnel = new(Role.EmployerHr, OrganisationId.New());
    private static readonly Investigator Supervisor = new(Role.Supervisor, OrganisationId.New());

    private readonly Declaration declaration = A.Declaration();
    private readonly PublicityNotice notice;

    public PublicityObjectionTests() => notice = PublicityNotice.Post(
        PublicityKind.Employer, declaration.Id, Personnel.Office,
        new PublicityEntry("方知遥", "远岫自动化", TitleSeries.Engineering, "机械", TitleLevel.DeputySenior, Channel.Standard),
        5, CountMode.ExcludeStartDay, OfficialCalendar.Loaded, Qingtan.Time("2022-10-12 09:00"));

    [Fact]
    public void A_finding_on_an_objection_of_13_October_2022_is_due_in_ten_working_days()
    {
        var objection = Raise();

        Assert.Equal((ObjectionStatus.Open, Qingtan.Day("2022-10-27")), (objection.Status, objection.DueOn));
        Assert.Contains(new ObjectionOpened(objection.Id, declaration.Id), objection.Events);
    }

    [Fact]
    public void It_is_taken_until_the_end_of_the_last_day()
    {
        Raise(at: Qingtan.Time("2022-10-19 23:59"));

        Refused.With(ObjectionRules.InTime, () => Raise(at: Qingtan.Time("2022-10-20 00:00")));
        notice.TakeDown(Thursday);
        Refused.With(ObjectionRules.InTime, () => Raise());
    }

    [Theory]
    [InlineData(null, null, null, ObjectionStatus.Logged)]
    [InlineData("发票号 00812", null, null, ObjectionStatus.Open)]
    [InlineData(null, "顾采薇", "0632-5550123", ObjectionStatus.Open)]
    [InlineData("  ", " ", "", ObjectionStatus.Logged)]
    public void Without_name_and_leads_it_is_on_record_and_holds_nobody(
        string? leads, string? name, string? contact, ObjectionStatus status)
    {
        var objection = Raise(new ObjectionWords("获奖排名不实", leads, name, contact));

        Assert.Equal(status, objection.Status);
        Assert.Equal(status == ObjectionStatus.Open, objection.DueOn is not null);
        Assert.Equal(status == ObjectionStatus.Open, objection.Events.Count > 0);
    }

    [Fact]
    public void It_says_what_is_wrong_and_whom_to_ask()
    {
        Refused.With(ObjectionRules.Stated, () => Raise(Named with { Statement = " " }));
        Refused.With(ObjectionRules.NamedWithContact, () => Raise(Named with { Contact = null }));
        Refused.With(ObjectionRules.NamedWithContact, () => Raise(Named with { Name = null }));
    }

    [Fact]
    public void Only_the_office_that_receives_it_records_a_telephone_call()
    {
        Refused.With(ObjectionRules.RecordedByOffice, () => Raise(route: ObjectionRoute.Phone));

        Assert.Equal(ObjectionRoute.Phone, Raise(route: ObjectionRoute.Phone, atOffice: true).Route);
    }

    [Fact]
    public void The_time_for_the_finding_is_extended_once_and_for_a_reason()
    {
        var objection = Raise();

        Refused.With(ObjectionRules.Reasoned, () => objection.Extend(20, " ", OfficialCalendar.Loaded));
        objection.Extend(20, "须向期刊社函询", OfficialCalendar.Loaded);

        Assert.Equal((Qingtan.Day("2022-11-24"), "须向期刊社函询"), (objection.DueOn, objection.ExtensionReason));
        Refused.With(ObjectionRules.ExtendedOnce, () => objection.Extend(20, "再次函询", OfficialCalendar.Loaded));
    }

    [Fact]
    public void Dismissed_it_changes_nothing_but_the_record()
    {
        var objection = Raise();

        objection.Dismiss(declaration, "期刊社复函证明第一作者为本人。", false, A.ByOffice, Thursday);

        Assert.Equal((ObjectionStatus.Dismissed, Thursday), (objection.Status, objection.ClosedAt));
        Assert.True(declaration.IsLive);
        Assert.Equal(PublicityStatus.Running, notice.Status);
        Assert.Equal(HistoryAct.ObjectionDismissed, declaration.History.Last().Act);
    }

    [Fact]
    public void Upheld_it_withdraws_the_name_with_its_reason()
    {
        var objection = Raise();

        objection.Uphold(declaration, notice, "获奖证书上没有本人。", false, A.ByOffice, Thursday);

        Assert.Equal((DeclarationStatus.Cancelled, "获奖证书上没有本人。"), (declaration.Status, declaration.EndReason));
        Assert.False(declaration.IsLive);
        Assert.Equal(PublicityStatus.TakenDown, notice.Status);
    }

    [Fact]
    public void A_finding_is_reasoned_and_final()
    {
        var objection = Raise();

        Refused.With(ObjectionRules.Reasoned, () => objection.Dismiss(declaration, null, false, A.ByOffice, Thursday));
        objection.Dismiss(declaration, "不属实。", false, A.ByOffice, Thursday);

        Refused.With(ObjectionRules.StillOpen, () => objection.Uphold(declaration, notice, "属实。", false, A.ByOffice, Thursday));
        Refused.With(ObjectionRules.StillOpen, () => objection.Extend(20, "再查", OfficialCalendar.Loaded));
        Refused.With(ObjectionRules.StillOpen, () => objection.Refer(Supervisor, "涉及本部门"));
    }

    [Fact]
    public void Whom_it_concerns_does_not_decide_and_an_office_concerned_hands_it_on()
    {
        var objection = Raise();

        Refused.With(
            ObjectionRules.ConcernedDoesNotDecide, () => objection.Dismiss(declaration, "不属实。", true, A.ByOffice, Thursday));
        objection.Refer(Supervisor, "异议涉及本部门经办人");

        Assert.Equal((Role.Supervisor, Supervisor.Office), (objection.InvestigatorRole, objection.Investigator));
        Assert.Equal(ObjectionStatus.Open, objection.Status);
    }

    [Fact]
    public void Nobody_is_recommended_while_an_objection_is_open()
    {
        Refused.With(DeclarationRules.ObjectionsDecided, () => declaration.Recommend(true, "同意推荐", A.ByOffice, Thursday));
        declaration.Recommend(false, "同意推荐", A.ByOffice, Thursday);

        Assert.Equal(HistoryAct.Recommended, declaration.History.Last().Act);
    }

    [Fact]
    public void A_case_that_ends_otherwise_settles_it()
    {
        var (open, dismissed) = (Raise(), Raise());
        dismissed.Dismiss(declaration, "不属实。", false, A.ByOffice, Thursday);

        open.Settle(Thursday);
        dismissed.Settle(Thursday);

        Assert.Equal((ObjectionStatus.Settled, ObjectionStatus.Dismissed), (open.Status, dismissed.Status));
    }

    [Fact]
    public void Its_code_is_known_however_it_is_typed_and_no_other_is()
    {
        var (one, other) = (Raise(), Raise());

        var code = one.DrawCode();
        other.DrawCode();

        Assert.Equal(one.CodeHash, PublicityObjection.HashOf($" {code.Replace("-", "", StringComparison.Ordinal).ToLowerInvariant()}"));
        Assert.DoesNotContain(code, one.CodeHash!, StringComparison.OrdinalIgnoreCase);
        Assert.NotEqual(one.CodeHash, other.CodeHash);
    }

    private PublicityObjection Raise(
        ObjectionWords? words = null,
        DateTimeOffset? at = null,
        ObjectionRoute route = ObjectionRoute.Online,
        bool atOffice = false) => PublicityObjection.Raise(
        notice, words ?? Named, route, atOffice, Personnel, "YY-2022-0001", 10, OfficialCalendar.Loaded, at ?? Thursday);
}
