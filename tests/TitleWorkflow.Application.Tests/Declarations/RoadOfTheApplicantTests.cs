using TitleWorkflow.Application.Declarations;
using TitleWorkflow.Application.Seed;
using TitleWorkflow.Application.Tests.Harness;
using TitleWorkflow.Application.WorkItems;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Tests.Declarations;

public sealed class RoadOfTheApplicantTests
{
    [SkippableTheory, Databases]
    public async Task What_comes_next_is_read_from_the_flow_and_stops_at_the_door_of_the_assessment(DatabaseProvider database)
    {
        await using var product = await Product.WithCityAsync(database);
        var id = await HandedIn.Submitted(product);

        var seen = await product.SendAs("applicant", new GetDeclaration.Query(id));

        Assert.Equal(
            ["单位内部公示（5 个工作日）", "单位推荐上报", "镇街审核", "区县审核", "市级审核"], seen.Ahead.Select(s => s.Title));
        Assert.Equal("EmployerChecking", seen.Status);
        Assert.Null(seen.Turn.Mine);
    }

    [SkippableTheory, Databases]
    public async Task A_dossier_that_lacks_evidence_or_signature_is_not_handed_in(DatabaseProvider database)
    {
        await using var product = await Product.WithCityAsync(database);
        var id = await HandedIn.FilledIn(product);
        var form = await product.SendAs("applicant", new GetForm.Query(id));
        var degree = form.Sections.Single(s => s.Key == "education").Fields.Single(f => f.Definition.Key == "degree");

        await Refused.With(
            DeclarationRules.CommitmentSigned,
            () => product.SendAs("applicant", new SubmitDeclaration.Command(id, "方知")));
        await product.SendAs("applicant", new DetachEvidence.Command(id, degree.Files[0].Evidence));

        await Refused.With(
            DeclarationRules.DossierComplete,
            () => product.SendAs("applicant", new SubmitDeclaration.Command(id, "方知遥")));
    }

    [SkippableTheory, Databases]
    public async Task After_a_return_only_the_sections_sent_back_can_be_changed(DatabaseProvider database)
    {
        await using var product = await Product.WithCityAsync(database);
        var id = await HandedIn.Submitted(product);
        var check = (await product.SendAs("hr", new ListInbox.Query(ListInbox.View.Available))).Items.Single();

        await product.SendAs("hr", new CompleteWorkItem.Command(check.WorkItem, "Return", "见各节")
        {
            Sections = [new ReturnedSection("report", "未加盖公章")],
        });

        var report = new SaveSection.Command(id, "report", new Dictionary<string, string> { ["summary"] = "已补盖公章。" });
        await product.SendAs("applicant", report);
        await Refused.With(
            DeclarationRules.OpenForEditing,
            () => product.SendAs("applicant", report with { Section = "basic" }));
        await product.SendAs("applicant", new SubmitDeclaration.Command(id, "方知遥"));
        Assert.Equal("EmployerChecking", (await product.SendAs("applicant", new GetDeclaration.Query(id))).Status);
    }

    [SkippableTheory, Databases]
    public async Task Whoever_withdraws_may_start_again(DatabaseProvider database)
    {
        await using var product = await Product.WithCityAsync(database);
        var id = await HandedIn.Submitted(product);

        await product.SendAs("applicant", new WithdrawDeclaration.Command(id, "材料有变"));

        var again = await product.SendAs("applicant", new StartDeclaration.Command(DemoCity.Plan));
        Assert.Equal("Withdrawn", (await product.SendAs("hr", new GetDeclaration.Query(id))).Status);
        Assert.Empty((await product.SendAs("hr", new ListInbox.Query(ListInbox.View.Available))).Items);
        Assert.NotEqual(id, again.Declaration);
    }
}
