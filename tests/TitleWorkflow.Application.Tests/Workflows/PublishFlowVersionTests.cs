using FluentValidation;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Seed;
using TitleWorkflow.Application.Tests.Harness;
using TitleWorkflow.Application.Workflows;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Persistence;
using TitleWorkflow.Persistence.Workflows;

namespace TitleWorkflow.Application.Tests.Workflows;

public sealed class PublishFlowVersionTests
{
    private const string Flow = "title-review";

    [SkippableTheory, Databases]
    public async Task Whoever_stored_a_version_cannot_put_it_into_force(DatabaseProvider database)
    {
        await using var product = await Product.WithCityAsync(database);
        var draft = await StoreDraftAsync(product, json => json);

        await Refused.With(FlowRules.SecondPerson, () => product.SendAs("designer", new PublishFlowVersion.Command(draft)));
    }

    [SkippableTheory, Databases]
    public async Task A_second_person_puts_it_into_force_and_the_old_one_is_kept(DatabaseProvider database)
    {
        await using var product = await Product.WithCityAsync(database);
        var draft = await StoreDraftAsync(product, json => json);

        await product.SendAs("designer2", new PublishFlowVersion.Command(draft));

        var flow = await product.SendAs("designer2", new GetFlow.Query(Flow));
        Assert.Equal([(2, true), (1, false)], flow.Versions.Select(v => (v.Number, v.IsInForce)));
    }

    [SkippableTheory, Databases]
    public async Task A_publicity_period_under_five_days_is_refused_where_it_stands(DatabaseProvider database)
    {
        await using var product = await Product.WithCityAsync(database);
        var draft = await StoreDraftAsync(product, ShortenPublicity);

        var refused = await Assert.ThrowsAsync<ValidationException>(
            () => product.SendAs("designer2", new PublishFlowVersion.Command(draft)));

        Assert.All(refused.Errors, e => Assert.Equal("floor.publicity-days", e.ErrorCode));
        Assert.All(refused.Errors, e => Assert.Matches(@"^\$\.root\.activities\[\d+\]\.days$", e.PropertyName));
        Assert.Equal(2, refused.Errors.Count());
    }

    [SkippableTheory, Databases]
    public async Task The_ballot_cannot_be_drawn_away(DatabaseProvider database)
    {
        await using var product = await Product.WithCityAsync(database);
        var draft = await StoreDraftAsync(product, json => json.Replace(
            "TitleWorkflow.HoldBallot", "TitleWorkflow.AcceptDeclaration", StringComparison.Ordinal));

        var review = (await product.SendAs("designer2", new GetFlow.Query(Flow))).Versions[0].Review!;

        Assert.Contains("floor.step-missing", review.Errors.Select(e => e.Code));
        Assert.Contains(review.Changes, c => c.Kind == FlowChangeKind.Changed);
    }

    [SkippableTheory, Databases]
    public async Task A_case_is_not_given_to_who_may_never_see_one(DatabaseProvider database)
    {
        await using var product = await Product.WithCityAsync(database);
        var draft = await StoreDraftAsync(product, json => json.Replace(
            nameof(Role.TownOfficer), nameof(Role.Administrator), StringComparison.Ordinal));

        var refused = await Assert.ThrowsAsync<ValidationException>(
            () => product.SendAs("designer2", new PublishFlowVersion.Command(draft)));

        Assert.Contains("floor.role", refused.Errors.Select(e => e.ErrorCode));
    }

    [SkippableTheory, Databases]
    public async Task The_picture_holds_every_step_and_every_way(DatabaseProvider database)
    {
        await using var product = await Product.WithCityAsync(database);

        var picture = await product.SendAs("designer", new GetFlowPicture.Query(Flow));

        Assert.Equal("start", picture.Steps[0].Id);
        Assert.Equal(picture.Steps.Count, picture.Steps.Select(s => s.Id).Distinct().Count());
        Assert.All(picture.Ways, w => Assert.All(
            w.Points.Zip(w.Points.Skip(1)), s => Assert.True(s.First.X.Equals(s.Second.X) || s.First.Y.Equals(s.Second.Y))));
    }

    private static string ShortenPublicity(string json)
    {
        var document = System.Text.Json.Nodes.JsonNode.Parse(json)!;
        foreach (var step in document["root"]!["activities"]!.AsArray().Where(a => a!["days"] is not null))
        {
            step!["days"]!["expression"]!["value"] = 3;
        }

        return document.ToJsonString();
    }

    private static async Task<string> StoreDraftAsync(Product product, Func<string, string> change)
    {
        var json = await product.ReadAsync(db => db.WorkflowVersions.Where(v => v.DefinitionId == "title-review").Select(v => v.Json).SingleAsync());
        await product.StoreAsync(new WorkflowVersion
        {
            Id = "draft",
            DefinitionId = Flow,
            Version = 2,
            Name = "职称评审",
            Json = change(json),
            ContentHash = "draft",
            CreatedAt = product.Clock.GetUtcNow(),
            CreatedBy = DemoPeople.Id("designer").Value,
        });
        return "draft";
    }
}
