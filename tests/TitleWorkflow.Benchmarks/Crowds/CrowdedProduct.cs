using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Declarations;
using TitleWorkflow.Application.WorkItems;
using TitleWorkflow.Benchmarks.Product;
using TitleWorkflow.Domain.WorkItems;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Benchmarks.Crowds;

/// <summary>The product with many cases, of which one in a hundred lies at the town's office and one with its officer.</summary>
internal static class CrowdedProduct
{
    /// <summary>Who works at the office.</summary>
    public static Sender Officer { get; } = Sender.Of("town");

    /// <summary>Fills a fresh product with a number of cases.</summary>
    public static async Task<BenchProduct> CreateAsync(DatabaseOptions database, string folder, int cases, int furtherApplicants = 0)
    {
        var product = await BenchProduct.CreateAsync(database, folder, 1 + furtherApplicants);
        var applicant = Sender.Applicant(1);
        var pattern = (await product.SendAsync(applicant, new StartDeclaration.Command(BenchProduct.Plan))).Declaration;
        foreach (var before in new[] { applicant, Sender.Of("hr") })
        {
            var task = await product.ReadAsync(db => db.WorkItems.Where(w => w.Status == WorkItemStatus.Open).Select(w => w.Id).SingleAsync());
            await product.SendAsync(before, new CompleteWorkItem.Command(task, "Pass"));
        }

        await new Crowd(database).FillAsync(pattern, Officer.Person!.Value, cases);
        return product;
    }

    /// <summary>Adds cases that wait for the clock to a product with a number of cases.</summary>
    public static async Task AddWaitsAsync(BenchProduct product, DatabaseOptions database, int cases, int waits)
    {
        var pattern = await product.SendAsync(Sender.Applicant(1), new StartDeclaration.Command(BenchProduct.WaitPlan));
        await new Crowd(database).FillAsync(pattern.Declaration, Officer.Person!.Value, waits, cases);
    }
}
