using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Experts;
using TitleWorkflow.Domain.Organisations;

namespace TitleWorkflow.Domain.Tests.Experts;

public sealed class KnownConflictsTests
{
    private static readonly DateOnly Day = Qingtan.Day("2022-12-06");
    private static readonly DrawApplicant First = Applicant("方知遥", "远岫自动化有限公司");
    private static readonly DrawApplicant Second = Applicant("符星野", "凌霄传动有限公司");

    [Fact]
    public void A_conflict_with_one_applicant_is_none_with_another()
    {
        var (colleague, former, kin, stranger) = (Expert(), Expert(), Expert(), Expert());
        former.NotePastEmployer(new PastEmployer(null, "远岫自动化（股份）有限公司", Qingtan.Day("2021-06-30")));
        var known = new KnownConflicts(
            Day,
            [
                new PoolMember(colleague, First.Employer, "远岫自动化"), new PoolMember(former, null, null),
                new PoolMember(kin, null, null), new PoolMember(stranger, null, null),
            ],
            [new ExpertRelation(kin.Person, RelationKind.Kin, null, "方知遥", null, Qingtan.Time("2022-10-10"))]);

        Assert.Equal([colleague.Person, former.Person], known.SharingEmployer(First));
        Assert.Equal([kin.Person, First.Person], known.RelatedTo(First));
        Assert.Empty(known.SharingEmployer(Second));
        Assert.Equal([Second.Person], known.RelatedTo(Second));
    }

    [Fact]
    public void A_tie_between_firms_counts_until_the_office_has_weighed_it_and_one_between_people_is_not_weighed()
    {
        var now = Qingtan.Time("2022-10-10");
        var (rival, kin, office) = (Expert(), Expert(), PersonId.New());
        var tie = new ExpertRelation(rival.Person, RelationKind.Competing, null, "远岫自动化", null, now);
        var blood = new ExpertRelation(kin.Person, RelationKind.Kin, null, "方知遥", null, now);
        IEnumerable<PersonId> Related() => new KnownConflicts(Day, [], [tie, blood]).RelatedTo(First);

        Assert.Equal([kin.Person, rival.Person, First.Person], Related());
        Refused.With(ExpertRules.FirmsOnly, () => blood.Clear("分居两地", office, now));
        Refused.With(ExpertRules.ReasonGiven, () => tie.Clear(" ", office, now));
        tie.Clear("产品不同类", office, now);

        Assert.Equal([kin.Person, First.Person], Related());
        Refused.With(ExpertRules.FirmsOnly, () => tie.Clear("再次", office, now));
    }

    private static DrawApplicant Applicant(string name, string employer) => new(PersonId.New(), name, OrganisationId.New(), employer);

    private static Expert Expert() => new(
        PersonId.New(), OrganisationId.New(), TitleSeries.Engineering, "机械", TitleLevel.FullSenior, true,
        Qingtan.Day("2021-01-01"), Qingtan.Day("2023-12-31"));
}
