using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Instances;
using TitleWorkflow.Application.Tests.Harness;
using TitleWorkflow.Domain.Instances;
using TitleWorkflow.Engine.State;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Tests.Instances;

public sealed class ModifyVariableTests
{
    [SkippableTheory, Databases]
    public async Task Identifiers_states_and_counts_are_shown_and_content_is_hidden(DatabaseProvider database)
    {
        var (product, declaration) = await Flows.HaltedAsync(database);
        await using var _ = product;

        var variables = (await product.SendAs("admin", new GetInstance.Query(declaration.ToString()))).Variables.ToDictionary(v => v.Name);

        Assert.Equal(new ShownValue(declaration.ToString(), false), variables["Declaration"].Value);
        Assert.Equal(new ShownValue("false", false), variables["ready"].Value);
        Assert.Equal(new ShownValue("2", false), variables["rounds"].Value);
        Assert.Equal(new ShownValue("•••", true), variables["applicant"].Value);
        Assert.Equal(
            [("Declaration", false), ("applicant", false), ("ready", true), ("rounds", true)],
            variables.Values.Select(v => (v.Name, v.MayChange)).Order());
    }

    [SkippableTheory, Databases]
    public async Task Who_may_not_read_a_value_may_not_change_it(DatabaseProvider database)
    {
        var (product, declaration) = await Flows.HaltedAsync(database);
        await using var _ = product;
        var instance = declaration.ToString();

        await Refused.With(
            InstanceRules.ValueReadable, () => product.SendAs("admin", new ModifyVariable.Command(instance, "applicant", "true", "更正")));
        await Refused.With(
            InstanceRules.ValueReadable, () => product.SendAs("admin", new ModifyVariable.Command(instance, "ready", "许闻笛", "更正")));
    }

    [SkippableTheory, Databases]
    public async Task A_value_fits_its_variable_and_comes_with_a_reason(DatabaseProvider database)
    {
        var (product, declaration) = await Flows.HaltedAsync(database);
        await using var _ = product;
        var instance = declaration.ToString();

        await Refused.With(
            InterventionRules.ReasonGiven, () => product.SendAs("admin", new ModifyVariable.Command(instance, "ready", "true", "")));
        await Refused.With(
            InstanceRules.ValueFits, () => product.SendAs("admin", new ModifyVariable.Command(instance, "rounds", "Review", "更正")));
        await Refused.With(
            InstanceRules.ValueFits, () => product.SendAs("admin", new ModifyVariable.Command(instance, "nobody", "1", "更正")));

        await product.SendAs("admin", new ModifyVariable.Command(instance, "rounds", "3", "更正"));

        var line = await product.ReadAsync(db => db.WorkflowJournal.SingleAsync(j => j.EventName == JournalEvents.Altered));
        Assert.Equal("更正", line.Message);
        Assert.Equal("rounds = 3: 更正", (await product.ReadAsync(
            db => db.Audit.SingleAsync(a => a.Action == "Instances.ModifyVariable" && a.Outcome == "done"))).Detail);
    }
}
