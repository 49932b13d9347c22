using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Experts;
using TitleWorkflow.Domain.Organisations;

namespace TitleWorkflow.Domain.Tests.Experts;

public sealed class DrawSieveTests
{
    private static readonly OrganisationId Unit = OrganisationId.New();
    private static readonly DrawApplicant Applicant =
        new(A.Applicant.Id, A.Applicant.Name, A.Applicant.Employer!.Value, "远岫自动化有限公司");

    [Theory]
    [InlineData("远岫自动化有限公司", "远岫自动化（股份）有限公司", true)]
    [InlineData(" 远岫自动化 ", "远岫自动化集团有限责任公司", true)]
    [InlineData("Ｙuanxiu Automation Co., Ltd.", "yuanxiu automation", true)]
    [InlineData("远岫自动化有限公司", "远岫电气有限公司", false)]
    [InlineData("有限公司", "集团公司", false)]
    public void Organisations_are_the_same_however_they_are_written(string one, string other, bool same) =>
        Assert.Equal(same, PartyName.Key(one) == PartyName.Key(other));

    [Fact]
    public void The_first_filter_that_applies_counts()
    {
        var suspended = Expert();
        suspended.Suspend("核查中", "沈砚秋", Qingtan.Time("2022-10-10"));

        Assert.Equal(DrawFilter.SpecialtyAndLevel, Removed(Expert(specialty: "电气")));
        Assert.Equal(DrawFilter.SpecialtyAndLevel, Removed(Expert(level: TitleLevel.Intermediate)));
        Assert.Equal(DrawFilter.Term, Removed(Expert(to: "2022-12-05")));
        Assert.Equal(DrawFilter.Suspended, Removed(suspended, employer: Applicant.Employer));
        Assert.Equal(DrawFilter.SameEmployer, Removed(Expert(), employer: Applicant.Employer));
        Assert.Null(Removed(Expert()));
    }

    [Theory]
    [InlineData("2019-12-06", false)]
    [InlineData("2019-12-07", true)]
    public void A_former_employer_counts_for_three_years(string until, bool removed)
    {
        var expert = Expert();
        expert.NotePastEmployer(new PastEmployer(null, "远岫自动化股份有限公司", Qingtan.Day(until)));

        Assert.Equal(removed ? DrawFilter.SameEmployer : null, Removed(expert));
    }

    [Theory]
    [InlineData(RelationKind.Kin, "2001-01-01", true)]
    [InlineData(RelationKind.Avoided, "2001-01-01", true)]
    [InlineData(RelationKind.SupervisorStudent, null, true)]
    [InlineData(RelationKind.CoInventor, "2019-12-07", true)]
    [InlineData(RelationKind.CoProject, "2019-12-06", false)]
    public void Declared_relations_keep_an_expert_from_the_draw(RelationKind kind, string? until, bool removed)
    {
        var expert = Expert();
        DateOnly? day = until is null ? null : Qingtan.Day(until);

        Assert.Equal(removed ? DrawFilter.Relation : null, Removed(expert, [Relation(expert, kind, null, " 方知遥", day)]));
        Assert.Equal(removed ? DrawFilter.Relation : null, Removed(expert, [Relation(expert, kind, Applicant.Person, "曾用名", day)]));
        Assert.Null(Removed(expert, [Relation(expert, kind, PersonId.New(), "方知遥", day)]));
    }

    [Fact]
    public void Who_applies_this_year_is_not_drawn() => Assert.Equal(DrawFilter.Relation, Removed(Expert(Applicant.Person)));

    [Fact]
    public void Who_works_at_the_organising_unit_is_from_inside()
    {
        var pool = Sift([new PoolMember(Expert(), Unit, "青檀市机械工程师协会"), new PoolMember(Expert(), null, null)]);

        Assert.Equal([false, true], pool.Candidates.Select(c => c.Outside).Order());
    }

    private static DrawFilter? Removed(Expert expert, IReadOnlyList<ExpertRelation> relations, OrganisationId? employer = null) =>
        Sift([new PoolMember(expert, employer, employer is null ? "凌霄传动有限公司" : "换名")], relations)
            .Exclusions.Where(e => e.Enterprise + e.Other > 0).Select(e => (DrawFilter?)e.Filter).SingleOrDefault();

    private static DrawFilter? Removed(Expert expert, OrganisationId? employer = null) => Removed(expert, [], employer);

    private static DrawPool Sift(IEnumerable<PoolMember> members, IReadOnlyList<ExpertRelation>? relations = null) => DrawSieve.Sift(
        new DrawDemand(
            Unit, "青檀市机械工程师协会", TitleSeries.Engineering, "机械", TitleLevel.DeputySenior, Qingtan.Day("2022-12-06"), 6, 3),
        members, relations ?? [], [Applicant]);

    private static ExpertRelation Relation(Expert expert, RelationKind kind, PersonId? other, string name, DateOnly? until) =>
        new(expert.Person, kind, other, name, until, Qingtan.Time("2022-10-10"));

    private static Expert Expert(
        PersonId? person = null, string specialty = "机械", TitleLevel level = TitleLevel.DeputySenior, string to = "2025-07-18") =>
        new(
            person ?? PersonId.New(), Unit, TitleSeries.Engineering, specialty, level, true,
            Qingtan.Day("2022-07-19"), Qingtan.Day(to));
}
