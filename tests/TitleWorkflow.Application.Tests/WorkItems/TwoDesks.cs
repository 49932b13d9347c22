using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Declarations;
using TitleWorkflow.Application.Seed;
using TitleWorkflow.Application.Tests.Harness;
using TitleWorkflow.Application.Tests.Operation;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.WorkItems;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Tests.WorkItems;

/// <summary>Cases of a flow with two steps: the town's, at which they all wait, and the district's after it.</summary>
internal static class TwoDesks
{
    private const string Flow = "two-desks";

    private static readonly string Json = $$"""
        { "root": { "id": "chart", "type": "Elsa.Flowchart", "version": 1,
            "activities": [ {{Desk("town", "TownOfficer", "Town")}}, {{Desk("district", "DistrictOfficer", "District")}} ],
            "connections": [ { "source": { "activity": "town", "port": "Pass" }, "target": { "activity": "district", "port": "In" } } ] } }
        """;

    /// <summary>The product with so many cases at the town, and the tasks there.</summary>
    public static async Task<(Product Product, IReadOnlyList<WorkItemId> Tasks)> OpenAsync(DatabaseProvider database, int cases)
    {
        var product = await Product.WithCityAsync(database, applicants: cases);
        await product.PublishAsync(Flow, Json);
        var model = await product.ReadAsync(db => db.Plans.AsNoTracking().SingleAsync(p => p.Id == DemoCity.Plan));
        var plan = new AnnualPlan(
            PlanId.New(), model.Title, model.EnglishTitle, model.Year, model.Committee, model.Series, model.Specialty, model.Level,
            model.Channel, model.OpensOn, model.ClosesOn, model.RuleSet, Flow, model.Form, model.Standard);
        await product.StoreAsync(plan);
        await Task.WhenAll(Enumerable.Range(1, cases).Select(i =>
            product.SendAs(Applicant(i), new StartDeclaration.Command(plan.Id))));
        return (product, await product.ReadAsync(db => db.WorkItems.Where(w => w.ActivityId == "town").Select(w => w.Id).ToListAsync()));
    }

    /// <summary>So many people who hold the town's role.</summary>
    public static IReadOnlyList<Sender> Officers(int count) =>
        [.. Enumerable.Range(1, count).Select(i => new Sender(PersonId.New(), $"经办人{i:D2}").Holding(Role.TownOfficer, "luting"))];

    private static Sender Applicant(int number) =>
        new Sender(DemoPeople.Id($"applicant-{number:D4}"), $"申报人{number:D4}").Holding(Role.Applicant, "yuanxiu");

    private static string Desk(string id, string role, string scope) => $$"""
        { "id": "{{id}}", "type": "TitleWorkflow.HumanTask", "version": 1,
          "role": {{Literal(role)}}, "scope": {{Literal(scope)}},
          "outcomes": { "typeName": "ICollection<String>", "expression": { "type": "Object", "value": "[\"Pass\"]" } } }
        """;

    private static string Literal(string value) =>
        $$"""{ "typeName": "String", "expression": { "type": "Literal", "value": "{{value}}" } }""";
}
