using TitleWorkflow.Engine.Expressions;
using TitleWorkflow.Engine.Tests.Hosting;

namespace TitleWorkflow.Engine.Tests;

[Trait("Semantics", "2")]
public sealed class ScriptTests
{
    private static Flow Data() => Flow.Chart().Add("step", "Step")
        .Variable("Amount", "Decimal", "12.5")
        .Variable("Name", "String", "Li")
        .Variable("List", "JSON", """[1,2]""", id: "v-list")
        .Variable("得分", "Int32", "7")
        .Variable("odd name", "Int32", "3")
        .WithInput("Dossier");

    [Theory]
    [InlineData("1 + 1", 2)]
    [InlineData("'a' + 'b'", "ab")]
    [InlineData("0.5", 0.5)]
    [InlineData("5 > 3 && !false", true)]
    [InlineData("null", null)]
    [InlineData("undefined", null)]
    [InlineData("({ a: 1, b: [true, null, 'x'] })", """{"a":1,"b":[true,null,"x"]}""")]
    [InlineData("var x = 1; var y = 2; x + y", 3)]
    [InlineData("if (1) { 'yes' } else { 'no' }", "yes")]
    [InlineData("(function () { for (var i = 0, n = 0; i < 4; i++) n += i; return n; })()", 6)]
    [InlineData("variables.Amount * 2", 25)]
    [InlineData("variables.Name.length", 2)]
    [InlineData("variables.得分 + 1", 8)]
    [InlineData("getVariable('odd name')", 3)]
    [InlineData("getVariable('Amount') >= 12", true)]
    [InlineData("getAmount() + getInput('dossier').length", 15.5)]
    [InlineData("getDossier()", "D-7")]
    [InlineData("getInput('nothing')", null)]
    [InlineData("getWorkflowInstanceId() + getWorkflowDefinitionId() + getWorkflowDefinitionVersionId() + getWorkflowDefinitionVersion()", "instance-1flowflow-v11")]
    [InlineData("setCorrelationId('c'); setWorkflowInstanceName('n'); getCorrelationId() + getWorkflowInstanceName()", "cn")]
    [InlineData("isNullOrWhiteSpace(' ') && isNullOrEmpty(null) && !isNullOrEmpty(' ')", true)]
    [InlineData("toJson({ b: 1 })", """{"b":1}""")]
    [InlineData("parseGuid('{6F9619FF-8B86-D011-B42D-00CF4FC964FF}')", "6f9619ff-8b86-d011-b42d-00cf4fc964ff")]
    [InlineData("newGuid().length + newGuidString().length + getGuidString().length", 108)]
    [InlineData("newShortGuid().length == getShortGuid().length", true)]
    [InlineData("bytesToString(bytesFromString('é'))", "é")]
    [InlineData("bytesToBase64(bytesFromBase64('AQI='))", "AQI=")]
    [InlineData("stringFromBase64(stringToBase64('评审'))", "评审")]
    [InlineData("JSON.stringify([1, { a: 2 }])", """[1,{"a":2}]""")]
    [InlineData("'2026-11-02'.replace(/-/g, '')", "20261102")]
    [InlineData("'a,b'.split(',').join('+')", "a+b")]
    [InlineData("[3, 1, 2].sort().map(function (n) { return n * 2; })", "[2,4,6]")]
    public void The_surface_works(string script, object? expected)
    {
        var context = TestContexts.OfStep(Data(), input: new { Dossier = "D-7" });

        Assert.Equal(expected, context.Run(script));
    }

    [Fact]
    public void Assigned_variables_are_copied_back()
    {
        var context = TestContexts.OfStep(Data());

        context.Run("variables.Amount = '7.25'; variables.Name += '!'; variables.List.push(3)");

        Assert.Equal(7.25m, context.GetVariable<decimal>("Amount"));
        Assert.Equal("Li!", context.GetVariable<string>("Name"));
        Assert.Equal([1, 2, 3], context.GetVariable<List<int>>("List")!);
    }

    [Fact]
    public void What_setVariable_changed_is_not_overwritten_by_the_copy()
    {
        var context = TestContexts.OfStep(Data());

        context.Run("variables.Amount; setVariable('Amount', 99); setName('Wu')");

        Assert.Equal(99m, context.GetVariable<decimal>("Amount"));
        Assert.Equal("Wu", context.GetVariable<string>("Name"));
    }

    [Fact]
    public void An_unknown_name_makes_a_dynamic_variable_of_the_workflow()
    {
        var context = TestContexts.OfStep(Data());

        context.Run("variables.Fresh = { a: 1 }; setVariable('Other', [1])");

        Assert.Equal("""{"a":1}""", context.GetVariable<object>("Fresh")!.ToString()!.Replace(" ", "", StringComparison.Ordinal).ReplaceLineEndings(""));
        Assert.Equal([1], context.ParentActivityExecutionContext!.GetVariable<List<int>>("Other")!);
    }

    [Fact]
    public void Nothing_stays_from_one_evaluation_to_the_next()
    {
        var context = TestContexts.OfStep(Data());

        context.Run("leak = 1; Array.prototype.leak = 1");

        Assert.Equal("undefined undefined", context.Run("typeof leak + ' ' + typeof [].leak"));
    }

    [Theory]
    [InlineData("while (true) { }", "went too far")]
    [InlineData("for (;;);", "went too far")]
    [InlineData("function f() { return f(); } f()", "went too far")]
    [InlineData("var a = []; while (true) a.push('xxxxxxxxxx' + a.length)", "")]
    [InlineData("new Array(4294967295).join('x')", "more than")]
    [InlineData("new Array(4294967295)['indexOf'](1)", "more than")]
    [InlineData("/(a+)+$/.test('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab')", "went too far")]
    [InlineData("'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab'.match('(a+)+$')", "went too far")]
    [InlineData("eval('1')", "eval")]
    [InlineData("new Function('return 1')()", "Function")]
    [InlineData("(function () {}).constructor('return 1')()", "failed")]
    [InlineData("var o = {}; o.o = o; o", "contains itself")]
    [InlineData("missing.field", "missing")]
    [InlineData("throw 'up'", "failed in line 1")]
    [InlineData("System.IO.File.ReadAllText('x')", "System")]
    public void Limits_hold(string script, string message)
    {
        var context = TestContexts.OfStep();

        var exception = Assert.Throws<ExpressionException>(() => context.Run(script));

        Assert.Contains(message, exception.Message, StringComparison.OrdinalIgnoreCase);
    }

    // With time to spare, so that on a busy machine, too, only memory can stop it.
    [Fact]
    public void Memory_has_a_limit_of_its_own()
    {
        var patient = new EngineHost { Options = new EngineOptions { Scripts = new ScriptLimits { Timeout = TimeSpan.FromMinutes(5) } } };
        var context = TestContexts.OfStep(host: patient);

        var exception = Assert.Throws<ExpressionException>(() => context.Run("var s = 'x'; while (true) s += s"));

        Assert.Contains("allocated more than", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("var f = (a) => a", 1, 14)]
    [InlineData("1;\nlet x = 1", 2, 1)]
    [InlineData("const x = 1", 1, 1)]
    [InlineData("`text`", 1, 1)]
    [InlineData("f(...list)", 1, 3)]
    [InlineData("class A { }", 1, 1)]
    [InlineData("return 5", 1, 7)]
    [InlineData("a ?? b", 1, 4)]
    public void Newer_syntax_is_refused_with_its_position(string script, int line, int column)
    {
        var problem = ScriptSyntax.Check(script)!;

        Assert.Equal((line, column), (problem.Line, problem.Column));
    }

    [Theory]
    [InlineData("(")]
    [InlineData("[")]
    [InlineData("!")]
    [InlineData("- ")]
    [InlineData("typeof ")]
    [InlineData("1+")]
    [InlineData("x=")]
    [InlineData("a?b:")]
    [InlineData("new ")]
    [InlineData("a.")]
    [InlineData("if(a)")]
    [InlineData("if(a){}else ")]
    [InlineData("function(){")]
    public void Nesting_cannot_exhaust_the_stack(string piece)
    {
        var script = string.Concat(Enumerable.Repeat(piece, 19_000 / piece.Length)) + "1";
        var context = TestContexts.OfStep();
        Exception? thrown = null;

        // The smallest stack a host may have; running out of it would end this process.
        var thread = new Thread(() => thrown = Record.Exception(() => context.Run(script)), 1024 * 1024);
        thread.Start();
        thread.Join();

        Assert.True(thrown is null or ExpressionException, thrown?.ToString());
    }
}
