using TitleWorkflow.Application.Instances;
using TitleWorkflow.Application.Tests.Harness;
using TitleWorkflow.Engine.State;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Tests.Instances;

public sealed class JournalTests
{
    [SkippableTheory, Databases]
    public async Task The_journal_says_who_resumed_what_and_what_the_product_did_by_itself(DatabaseProvider database)
    {
        await using var product = await Product.WithCityAsync(database);
        var instance = await product.AtTheTownAsync();

        var lines = (await product.SendAs("admin", new ListJournal.Query(instance))).Items;

        Assert.Equal(
            [("declare", ListJournal.Author.Person, "方知遥"), ("employerCheck", ListJournal.Author.Person, "乔映川"),
                ("employerPublicity", ListJournal.Author.Clock, null), ("recommend", ListJournal.Author.Person, "乔映川")],
            lines.Where(l => l.Event == JournalEvents.Resumed).Reverse().Select(l => (l.Step.Id, l.Author, l.Person)));
        Assert.All(lines.Where(l => l.Event == JournalEvents.Completed), l => Assert.Equal((ListJournal.Author.Product, null), (l.Author, l.Person)));
        Assert.All(lines.Zip(lines.Skip(1)), pair => Assert.True(pair.First.Sequence > pair.Second.Sequence));
    }

    [SkippableTheory, Databases]
    public async Task A_designer_reads_the_journal_without_persons(DatabaseProvider database)
    {
        await using var product = await Product.WithCityAsync(database);
        var instance = await product.AtTheTownAsync();

        var lines = (await product.SendAs("designer", new ListJournal.Query(instance))).Items;

        Assert.Contains(lines, l => l.Author == ListJournal.Author.Person);
        Assert.All(lines, l => Assert.Null(l.Person));
    }

    [SkippableTheory, Databases]
    public async Task An_error_message_is_shown_without_what_the_drawing_does_not_say(DatabaseProvider database)
    {
        var (product, declaration) = await Flows.HaltedAsync(database);
        await using var _ = product;

        var file = await product.SendAs("admin", new GetInstance.Query(declaration.ToString()));

        Assert.Contains("closed for •••", file.Incidents[0].Message, StringComparison.Ordinal);
        Assert.DoesNotContain("王小明", file.Incidents[0].Message, StringComparison.Ordinal);
        Assert.Contains("closed for •••", file.Journal.Single(l => l.Event == JournalEvents.Faulted && l.Step.Id == "gate").Message, StringComparison.Ordinal);
    }
}
