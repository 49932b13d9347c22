using System.Text.Json;
using TitleWorkflow.Application.Publicity;
using TitleWorkflow.Application.Tests.Filing;
using TitleWorkflow.Application.Tests.Harness;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Tests.Publicity;

public sealed class ResultPublicityTests
{
    private static readonly DateOnly Posted = new(2022, 12, 8);

    [SkippableTheory, Databases]
    public async Task A_posted_result_is_read_by_anybody_until_its_last_day_is_over(DatabaseProvider provider)
    {
        await using var product = await Product.WithCityAsync(provider, Posted);
        var notice = await product.PostResultAsync();

        product.Clock.MoveTo(new DateOnly(2022, 12, 15), hour: 23);
        var lastEvening = await product.SendAs(Sender.Nobody, new ListPublicity.Query());
        product.Clock.MoveTo(new DateOnly(2022, 12, 16), hour: 0);
        var over = await product.SendAs(Sender.Nobody, new ListPublicity.Query());

        Assert.Equal([notice], lastEvening.Items.Select(i => i.Notice));
        Assert.Empty(over.Items);
        await Assert.ThrowsAsync<NotFoundException>(() => product.SendAs(Sender.Nobody, new GetPublicity.Query(notice)));
    }

    [SkippableTheory, Databases]
    public async Task The_public_learns_what_the_notice_says_and_nothing_else(DatabaseProvider provider)
    {
        await using var product = await Product.WithCityAsync(provider, Posted);
        await product.PostResultAsync();

        var list = await product.SendAs(Sender.Nobody, new ListPublicity.Query(Search: "方知"));

        var name = Assert.Single(list.Items);
        Assert.Equal(("方知遥", "远岫自动化有限公司", "青檀市机械工程师协会"), (name.Name, name.Employer, name.ReceivingBody));
        Assert.NotNull(name.Phone);
        var told = JsonSerializer.Serialize(list);
        Assert.DoesNotContain("990400", told);
        Assert.DoesNotContain("QT-2022-0001", told);
    }

    [SkippableTheory, Databases]
    public async Task A_search_finds_part_of_a_name_or_an_employer(DatabaseProvider provider)
    {
        await using var product = await Product.WithCityAsync(provider, Posted);
        await product.PostResultAsync();

        async Task<int> Found(string search) =>
            (await product.SendAs(Sender.Nobody, new ListPublicity.Query(search))).Total;

        Assert.Equal((1, 1, 0), (await Found("知遥"), await Found("远岫"), await Found("恒测")));
    }
}
