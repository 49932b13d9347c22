using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Tests.Harness;
using TitleWorkflow.Application.Tests.Instances;
using TitleWorkflow.Application.Workflows.Figures;
using TitleWorkflow.Application.WorkItems;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Tests.Workflows;

public sealed class FlowFiguresTests
{
    [SkippableTheory, Databases]
    public async Task Each_step_tells_how_many_came_how_long_it_took_and_how_often_it_sent_back(DatabaseProvider database)
    {
        // Monday 2 March: handed in and checked. Publicity until Monday the 9th; recommended on Tuesday the 10th; returned by the
        // town on Thursday the 12th.
        await using var product = await Product.WithCityAsync(database);
        await product.AtTheTownAsync();
        product.Clock.MoveTo(Product.FirstDay.AddDays(10));
        var item = await product.ReadAsync(db => db.WorkItems.Where(w => w.ActivityId == "town").Select(w => w.Id).SingleAsync());
        await product.SendAs("town", new CompleteWorkItem.Command(item, "Return") { Sections = [new ReturnedSection("education", "学历证书不清晰")] });

        var figures = await product.SendAs("city", new GetFlowFigures.Query("title-review"));

        Assert.Equal(1, figures.Cases);
        var paces = figures.Steps.ToDictionary(s => s.Name.Id, s => s.Pace);
        Assert.Equal(new StepPace(1, 0, 0, 0, 0), paces["employerCheck"]);
        Assert.Equal(new StepPace(1, 0, 2, 2, 1), paces["town"]);
        Assert.Equal(new StepPace(1, 1, null, null, 0), paces["correctTown"]);
        Assert.Equal(StepPace.None, paces["district"]);
    }

    [Fact]
    public void The_median_and_the_ninth_of_ten_are_values_that_occurred()
    {
        var days = new[] { 9, 1, 2, 3, 4, 5, 6, 7, 8, 30 };

        Assert.Equal((5, 9), (StepPace.Share(days, 0.5), StepPace.Share(days, 0.9)));
        Assert.Null(StepPace.Share([], 0.5));
    }
}
