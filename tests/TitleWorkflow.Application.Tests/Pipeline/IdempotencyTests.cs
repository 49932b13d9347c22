using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TitleWorkflow.Application.Assessments;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Seed;
using TitleWorkflow.Application.Tests.Harness;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Tests.Pipeline;

public sealed class IdempotencyTests
{
    [SkippableTheory, Databases]
    public async Task The_same_key_gets_the_same_answer_and_is_done_once(DatabaseProvider database)
    {
        await using var product = await WithOffice(database);
        var command = new PublishPhone.Command(Offices.TownId, "0990-1");

        var first = await product.SendAs(Offices.Officer.WithKey("k"), command);
        var second = await product.SendAs(Offices.Officer.WithKey("k"), command);

        Assert.Equal(first, second);
        Assert.Equal(1, await product.ReadAsync(db => db.Organisations.Where(o => o.Id == Offices.TownId).Select(o => o.Version).SingleAsync()));
        Assert.Equal(1, await product.ReadAsync(db => db.Audit.CountAsync()));
    }

    [SkippableTheory, Databases]
    public async Task The_same_key_sent_many_times_at_once_is_done_once(DatabaseProvider database)
    {
        await using var product = await WithOffice(database);
        var command = new PublishPhone.Command(Offices.TownId, "0990-1");

        var receipts = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => product.SendAs(Offices.Officer.WithKey("k"), command)));

        Assert.Single(receipts.Distinct());
        Assert.Equal(1, await product.ReadAsync(db => db.Audit.CountAsync()));
    }

    [SkippableTheory, Databases]
    public async Task A_key_used_for_another_use_case_is_refused(DatabaseProvider database)
    {
        await using var product = await WithOffice(database);
        await product.SendAs(Offices.Officer.WithKey("k"), new PublishPhone.Command(Offices.TownId, "0990-1"));

        await Refused.With(
            PipelineRules.KeyReused,
            () => product.SendAs(Offices.Officer.WithKey("k"), new PublishWrongPhone.Command(Offices.TownId)));
    }

    [SkippableTheory, Databases]
    public async Task An_answer_is_given_again_after_the_day_is_over_on_which_it_could_be_asked_for(DatabaseProvider database)
    {
        await using var product = await Product.WithCityAsync(database);
        var call = new CallMeeting.Command(DemoOrganisations.Id("committee"), Product.FirstDay, "三楼会议室");

        var first = await product.SendAs(Sender.Of("office").WithKey("k"), call);
        product.Clock.MoveTo(product.Clock.GetUtcNow().AddDays(2));
        var again = await product.SendAs(Sender.Of("office").WithKey("k"), call);

        Assert.Equal(first, again);
        await Assert.ThrowsAsync<ValidationException>(() => product.SendAs(Sender.Of("office").WithKey("other"), call));
        Assert.Equal(1, await product.ReadAsync(db => db.Meetings.CountAsync()));
    }

    [SkippableTheory, Databases]
    public async Task Two_people_may_choose_the_same_key(DatabaseProvider database)
    {
        await using var product = await WithOffice(database);

        var first = await product.SendAs(Offices.Officer.WithKey("k"), new PublishPhone.Command(Offices.TownId, "0990-1"));
        var second = await product.SendAs(Offices.Colleague.WithKey("k"), new PublishPhone.Command(Offices.TownId, "0990-2"));

        Assert.NotEqual(first, second);
    }

    private static async Task<Product> WithOffice(DatabaseProvider database)
    {
        var product = await Product.EmptyAsync(database, adapt: s => s.AddSingleton(new Meanwhile()));
        await product.StoreAsync(Offices.Town);
        return product;
    }
}
