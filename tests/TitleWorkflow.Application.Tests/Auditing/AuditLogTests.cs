using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TitleWorkflow.Application.Auditing;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Tests.Harness;
using TitleWorkflow.Application.Tests.Pipeline;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Tests.Auditing;

public sealed class AuditLogTests
{
    [SkippableTheory, Databases]
    public async Task Every_act_leaves_one_line_that_says_who_did_what_to_what(DatabaseProvider database)
    {
        await using var product = await AfterActs(database, 1);

        var line = await product.ReadAsync(db => db.Audit.AsNoTracking().SingleAsync());

        Assert.Equal(1, line.Sequence);
        Assert.Equal(Offices.Officer.Person!.Value.Value, line.Person);
        Assert.Equal("Pipeline.PublishPhone", line.Action);
        Assert.Equal(Offices.TownId.ToString(), line.Subject);
        Assert.Equal("done", line.Outcome);
        Assert.Equal(product.Clock.GetUtcNow(), line.At);
    }

    [SkippableTheory, Databases]
    public async Task A_refusal_leaves_a_line_and_nothing_else(DatabaseProvider database)
    {
        await using var product = await AfterActs(database, 0);

        await Refused.With(
            PipelineRules.KeyReused,
            () => product.SendAs(Offices.Officer.WithKey("k"), new PublishWrongPhone.Command(Offices.TownId)));

        var line = await product.ReadAsync(db => db.Audit.AsNoTracking().SingleAsync());
        Assert.Equal(("refused", PipelineRules.KeyReused.Code), (line.Outcome, line.Rules));
        Assert.Null((await product.ReadAsync(db => db.Organisations.SingleAsync())).Phone);
        Assert.Equal(0, await product.ReadAsync(db => db.Answers.CountAsync()));
    }

    [SkippableTheory, Databases]
    public async Task An_untouched_log_is_whole(DatabaseProvider database)
    {
        await using var product = await AfterActs(database, 5);

        var check = await product.SendAs(Sender.Nobody, new CheckAudit.Query());

        Assert.Equal(new CheckAudit.Result(5, null), check);
    }

    [SkippableTheory, Databases]
    public async Task An_altered_line_is_found(DatabaseProvider database)
    {
        await using var product = await AfterActs(database, 5);
        await product.ReadAsync(db => db.Audit.Where(a => a.Sequence == 3)
            .ExecuteUpdateAsync(a => a.SetProperty(e => e.Detail, "nothing happened")));

        var check = await product.SendAs(Sender.Nobody, new CheckAudit.Query());

        Assert.Equal(3, check.FirstBroken);
    }

    [SkippableTheory, Databases]
    public async Task A_line_taken_out_is_found(DatabaseProvider database)
    {
        await using var product = await AfterActs(database, 5);
        await product.ReadAsync(db => db.Audit.Where(a => a.Sequence == 2).ExecuteDeleteAsync());

        var check = await product.SendAs(Sender.Nobody, new CheckAudit.Query());

        Assert.Equal(3, check.FirstBroken);
    }

    [SkippableTheory, Databases]
    public async Task Lines_cut_off_at_the_end_are_found(DatabaseProvider database)
    {
        await using var product = await AfterActs(database, 5);
        await product.ReadAsync(db => db.Audit.Where(a => a.Sequence >= 4).ExecuteDeleteAsync());

        var check = await product.SendAs(Sender.Nobody, new CheckAudit.Query());

        Assert.Equal(4, check.FirstBroken);
    }

    private static async Task<Product> AfterActs(DatabaseProvider database, int acts)
    {
        var product = await Product.EmptyAsync(database, adapt: s => s.AddSingleton(new Meanwhile()));
        await product.StoreAsync(Offices.Town);
        for (var i = 0; i < acts; i++)
        {
            await product.SendAs(Offices.Officer, new PublishPhone.Command(Offices.TownId, $"0990-{i}"));
        }

        return product;
    }
}
