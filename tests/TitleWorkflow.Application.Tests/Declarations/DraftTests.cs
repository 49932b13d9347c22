using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Declarations;
using TitleWorkflow.Application.Seed;
using TitleWorkflow.Application.Tests.Harness;
using TitleWorkflow.Application.WorkItems;
using TitleWorkflow.Domain;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Tests.Declarations;

public sealed class DraftTests
{
    [SkippableTheory, Databases]
    public async Task Draft_flow_and_first_task_are_stored_together(DatabaseProvider database)
    {
        await using var product = await Product.WithCityAsync(database);

        var draft = await product.SendAs("applicant", new StartDeclaration.Command(DemoCity.Plan));

        Assert.Equal("QT-2022-0001", draft.Number);
        Assert.Equal(
            [draft.Declaration.ToString()],
            await product.ReadAsync(db => db.WorkflowInstances.Select(i => i.Id).ToListAsync()));
        Assert.Equal(
            [draft.Declaration],
            await product.ReadAsync(db => db.WorkItems.Select(w => w.Declaration).ToListAsync()));
    }

    [SkippableTheory, Databases]
    public async Task Browsers_that_start_at_the_same_instant_open_one_draft(DatabaseProvider database)
    {
        await using var product = await Product.WithCityAsync(database);

        var starts = Enumerable.Range(0, 6)
            .Select(_ => product.SendAs("applicant", new StartDeclaration.Command(DemoCity.Plan)))
            .ToList();
        var refusals = 0;
        foreach (var start in starts)
        {
            try
            {
                await start;
            }
            catch (RuleBrokenException refusal)
            {
                Assert.Equal([DeclarationRules.OneLivePerYear], refusal.Rules);
                refusals++;
            }
        }

        Assert.Equal(5, refusals);
        Assert.Equal(1, await product.ReadAsync(db => db.Declarations.CountAsync()));
        Assert.Equal(1, await product.ReadAsync(db => db.WorkflowInstances.CountAsync()));
        Assert.Equal(6, await product.ReadAsync(db => db.Audit.CountAsync()));
    }

    [SkippableTheory, Databases]
    public async Task The_task_of_filling_in_ends_by_submitting_alone(DatabaseProvider database)
    {
        await using var product = await Product.WithCityAsync(database);
        await product.SendAs("applicant", new StartDeclaration.Command(DemoCity.Plan));
        var task = await product.ReadAsync(db => db.WorkItems.AsNoTracking().SingleAsync());

        await Refused.With(
            WorkItemSliceRules.OwnAct,
            () => product.SendAs("applicant", new CompleteWorkItem.Command(task.Id, task.Outcomes[0])));
    }
}
