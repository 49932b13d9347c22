using TitleWorkflow.Domain.Assessments.Assigning;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;

namespace TitleWorkflow.Domain.Tests.Assessments.Assigning;

public sealed class AssignmentProposalTests
{
    private static readonly OrganisationId Yuanxiu = OrganisationId.New();

    private static readonly AssignableExpert[] Six = [.. Enumerable.Range(0, 6).Select(i => Expert(i < 3 ? "机械" : "电气"))];

    [Fact]
    public void Specialties_match_and_loads_are_level()
    {
        var proposal = Propose([Case("机械"), Case("机械"), Case("电气"), Case("电气")], Six);

        Assert.All(proposal.Loads.Values, load => Assert.Equal(2, load));
        Assert.Equal((0L, 0L), (proposal.Cost, proposal.Bound));
        Assert.All(proposal.Cases.Take(2), c => Assert.Equal(Six[..3].Select(e => e.Person).ToHashSet(), c.Readers.ToHashSet()));
    }

    [Fact]
    public void Of_the_same_specialty_those_read_who_share_the_keywords()
    {
        var valves = Case("机械") with { Keywords = ["高温阀门", "密封"] };
        AssignableExpert[] experts =
        [
            Expert("电气") with { Keywords = ["高温阀门", "密封"] }, Expert("机械"), Expert("机械") with { Keywords = ["密封材料"] },
            Expert("机械") with { Keywords = ["阀门", "密封"] }, Expert("机械") with { Keywords = ["阀门"] },
        ];

        var proposal = Propose([valves], experts);

        Assert.Equal(experts[2..].Select(e => e.Person).ToHashSet(), proposal.Cases[0].Readers.ToHashSet());
        Assert.Equal((2L, 2L), (proposal.Cost, proposal.Bound));
        Assert.Equal(["高温阀门", "密封"], valves.MetBy(experts[3]));
    }

    [Fact]
    public void What_an_expert_reads_already_counts()
    {
        var busy = Six[0] with { Reading = 3 };

        var proposal = Propose([Case("机械")], [busy, .. Six[1..]], new(3, 3, false, "种子"));

        Assert.DoesNotContain(busy.Person, proposal.Cases[0].Readers);
        Assert.Equal(3, proposal.Loads[busy.Person]);
    }

    [Fact]
    public void The_same_inputs_and_seed_give_the_same_readers_in_whatever_order_rows_come()
    {
        AssignableCase[] cases = [.. Enumerable.Range(0, 5).Select(_ => Case("机械"))];

        var one = Propose(cases, Six).Cases.ToDictionary(c => c.Declaration, c => c.Readers);
        var other = Propose([.. cases.Reverse()], [.. Six.Reverse()]).Cases.ToDictionary(c => c.Declaration, c => c.Readers);

        Assert.All(one, c => Assert.Equal(c.Value, other[c.Key]));
    }

    [Fact]
    public void A_shortage_names_its_constraint_and_the_others_are_filled()
    {
        var barred = Case("机械") with { Excluded = Six[..4].Select(e => e.Person).ToHashSet() };

        var proposal = Propose([barred, Case("机械")], Six);

        Assert.Equal((AssignmentShortage.Conflicts, 2), (proposal.Cases[0].Shortage, proposal.Cases[0].Readers.Count));
        Assert.Null(proposal.Cases[1].Shortage);
        Assert.Equal(
            AssignmentShortage.Capacity, Propose([Case("机械"), Case("机械"), Case("机械")], Six, new(3, 1, false, "种子")).Cases
                .Select(c => c.Shortage).First(s => s is not null));
        Assert.Equal(
            AssignmentShortage.Organisations,
            Propose([Case("机械")], [.. Six.Select(e => e with { Organisation = Yuanxiu })], new(3, null, true, "种子")).Cases[0].Shortage);
    }

    [Fact]
    public void Nobody_with_a_conflict_is_put_in_by_hand()
    {
        var application = Case("机械") with { Excluded = new HashSet<PersonId> { Six[0].Person } };

        Refused.With(AssignmentRules.NoConflict, () => application.RequireNoConflict([Six[0].Person]));
        application.RequireNoConflict([Six[1].Person]);
    }

    [Fact]
    public void A_change_by_hand_has_a_reason()
    {
        var proposed = new ProposedReaders(DeclarationId.New(), [Six[0].Person, Six[1].Person], null);

        proposed.RequireReason([Six[1].Person, Six[0].Person], null);
        proposed.RequireReason([Six[2].Person, Six[0].Person], "专业更接近");
        Refused.With(
            AssignmentRules.ChangeReasoned, () => proposed.RequireReason([Six[2].Person, Six[0].Person], " "));
    }

    private static AssignmentProposal Propose(
        AssignableCase[] cases, AssignableExpert[] experts, AssignmentPolicy? policy = null) =>
        AssignmentProposal.Of(cases, experts, policy ?? new(3, null, false, "种子"));

    private static AssignableCase Case(string specialty) => new(DeclarationId.New(), specialty, new HashSet<PersonId>());

    private static AssignableExpert Expert(string specialty) => new(PersonId.New(), OrganisationId.New(), specialty, 0);
}
