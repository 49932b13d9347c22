using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using TitleWorkflow.Domain.Assessments.Defences;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Instances;
using TitleWorkflow.Domain.Pilots;
using TitleWorkflow.Domain.Plans;
using TitleWorkflow.Domain.RuleSets;

namespace TitleWorkflow.Domain.Tests;

public sealed partial class RuleTests
{
    private static readonly string[] Documents = ["N1", "N2", "N3", "N5", "N6", "N7", "N8", "L", "L1", "L2", "L3", "L4", "X1", "P"];

    // Asked by the use case that sees every declaration of a person, every request on a flow, every version of a rule set, every schedule; no aggregate knows more than its own.
    private static readonly Rule[] AskedOutsideTheDomain =
    [
        DeclarationRules.OneLivePerYear, InterventionRules.OneAtATime, RuleSetRules.OneDraft, RuleSetRules.SeenAsItIs,
        PilotRules.OneOpen, PilotRules.OwnSecretary, PilotRules.ReportOnce, PlanRules.PublishedRules, PlanRules.OneAYear, PlanRules.SeenAsItIs,
        DefenceRules.Waiting,
    ];

    [Fact]
    public void Every_rule_has_a_source_and_a_test()
    {
        var named = RuleName().Matches(TestSources()).Select(m => m.Value).ToHashSet();

        var untested = Rules().GroupBy(r => r.Rule)
            .Where(g => !AskedOutsideTheDomain.Contains(g.Key) && !g.Any(r => named.Contains(r.Address)))
            .Select(g => g.First().Address);

        Assert.Empty(untested);
        Assert.All(Rules(), r => Assert.Contains(r.Rule.Source.Document, Documents));
    }

    [Fact]
    public void Every_rule_has_a_code_of_its_own_that_never_needs_escaping()
    {
        var rules = Rules().Select(r => r.Rule).Distinct().ToArray();

        Assert.All(rules, r => Assert.Matches("^[a-z]+\\.[a-z]+(-[a-z]+)*$", r.Code));
        Assert.All(rules, r => Assert.EndsWith(".", r.Message, StringComparison.Ordinal));
        Assert.Equal(rules.Length, rules.Select(r => r.Code).Distinct().Count());
    }

    [Fact]
    public void A_refusal_names_at_least_one_rule() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new RuleBrokenException());

    [Fact]
    public void A_source_without_a_certain_article_names_its_document_only()
    {
        Assert.Equal("N1", Source.Provisions().ToString());
        Assert.Equal("N1 art. 26", Source.Provisions(26).ToString());
    }

    private static (string Address, Rule Rule)[] Rules() =>
    [
        .. from type in typeof(Rule).Assembly.GetTypes()
           from field in type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
           where field.FieldType == typeof(Rule)
           select ($"{type.Name}.{field.Name}", (Rule)field.GetValue(null)!),
    ];

    // The sources, not the compiled tests: what counts is that a reader finds the rule by its name.
    private static string TestSources([CallerFilePath] string here = "") => string.Concat(Directory
        .EnumerateFiles(Path.GetDirectoryName(here)!, "*Tests.cs", SearchOption.AllDirectories)
        .Where(f => f != here)
        .Select(File.ReadAllText));

    [GeneratedRegex(@"\b\w+Rules\.\w+")]
    private static partial Regex RuleName();
}
