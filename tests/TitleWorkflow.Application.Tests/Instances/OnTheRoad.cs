using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Instances;
using TitleWorkflow.Application.Tests.Declarations;
using TitleWorkflow.Application.Tests.Harness;
using TitleWorkflow.Application.WorkItems;
using TitleWorkflow.Domain.WorkItems;

namespace TitleWorkflow.Application.Tests.Instances;

/// <summary>Takes the demonstration's applicant along the shipped flow.</summary>
internal static class OnTheRoad
{
    /// <summary>A case posted at its employer; returns its instance.</summary>
    public static async Task<string> AtEmployerPublicityAsync(this Product product)
    {
        var declaration = await HandedIn.Submitted(product);
        await product.CompleteAsync("hr", "employerCheck", "Pass");
        return declaration.ToString();
    }

    /// <summary>A case that waits for the town; returns its instance.</summary>
    public static async Task<string> AtTheTownAsync(this Product product)
    {
        var instance = await product.AtEmployerPublicityAsync();
        product.Clock.MoveTo(Product.FirstDay.AddDays(8));
        await product.DoDueWorkAsync();
        await product.CompleteAsync("hr", "recommend", "Recommend");
        return instance;
    }

    /// <summary>Does the open task of a step.</summary>
    public static async Task CompleteAsync(this Product product, string userName, string step, string outcome, string? comment = null)
    {
        var item = await product.ReadAsync(db => db.WorkItems
            .Where(w => w.ActivityId == step && w.Status == WorkItemStatus.Open).Select(w => w.Id).SingleAsync());
        await product.SendAs(userName, new CompleteWorkItem.Command(item, outcome, comment));
    }

    /// <summary>The wish to skip a step that is open.</summary>
    public static async Task<RequestSkip.Command> SkipOf(this Product product, string step, string instance, string? outcome)
    {
        var open = (await product.SendAs("admin", new GetInstance.Query(instance))).Steps.Single(s => s.Step.Id == step);
        return new RequestSkip.Command(instance, open.Execution, outcome, "镇街经办岗位空缺");
    }
}
