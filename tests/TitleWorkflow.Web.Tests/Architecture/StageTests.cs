using System.Text.RegularExpressions;

namespace TitleWorkflow.Web.Tests.Architecture;

public sealed partial class StageTests
{
    // Three arrows point back, and only these three.
    private static readonly IReadOnlySet<(string From, string To)> Allowed = new HashSet<(string, string)>
    {
        // The annual plan is published with the standard its experts will score by.
        ("Declarations", "Assessments"),

        // A plan and its declarations stay under the version of the rule set they name; they know no more of it than its id.
        ("Declarations", "RuleSets"),

        // That a lapse may be overturned is a rule of supplements, though it is the declaration that lives again.
        ("Declarations", "Reviews"),
    };

    private static readonly IReadOnlySet<(string From, string To)> Arrows = ReadArrows().ToHashSet();

    [Fact]
    public void Stages_of_the_domain_do_not_know_each_other_in_circles()
    {
        var left = Arrows.Except(Allowed).ToHashSet();

        // Take away whatever knows nobody that is left, again and again: what remains stands in a circle.
        while (left.RemoveWhere(a => left.All(b => b.From != a.To)) > 0)
        {
        }

        Assert.Empty(left);
    }

    [Fact]
    public void No_allowed_arrow_is_out_of_date() => Assert.Subset(Arrows.ToHashSet(), Allowed.ToHashSet());

    private static IEnumerable<(string From, string To)> ReadArrows()
    {
        var stages = House.Files("src/TitleWorkflow.Domain", ".cs").Select(StageOf).OfType<string>().ToHashSet();
        return from file in House.Files("src/TitleWorkflow.Domain", ".cs")
               let stage = StageOf(file)
               where stage is not null
               from Match word in Qualified().Matches(House.Read(file))
               let other = word.Groups[1].Value
               where other != stage && stages.Contains(other)
               select (stage, other);
    }

    private static string? StageOf(string file) => file.Split('/') is [_, _, var stage, _] ? stage : null;

    // A using directive, or a type named through its stage; comments are not code.
    [GeneratedRegex(@"(?m)^(?!\s*//).*?(?:\bTitleWorkflow\.Domain\.|[^\w.])(\w+)[.;]")]
    private static partial Regex Qualified();
}
