using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TitleWorkflow.Application.Seed;
using TitleWorkflow.Application.Workflows;
using TitleWorkflow.Persistence.Operation;
using TitleWorkflow.Web.Tests.Hosting;
using TitleWorkflow.Web.Tests.Roads;

namespace TitleWorkflow.Browser.Tests.Harness;

/// <summary>What those who run the product have to do: a failed flow, requests to intervene, a dead letter, a version to approve.</summary>
public sealed partial class City
{
    private async Task Intervene()
    {
        var shipped = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "workflows", "title-review.json"));
        await StoreFlow(GatedSite.Gated(shipped), publish: true);
        var halted = (await Road.Start(this, $"applicant-{Standing.Length:D4}")).Declaration;
        var instance = (await (await As("admin")).Get($"/instances/{halted}")).Done();
        places["halted"] = halted;
        places["incident"] = instance.Items("incidents")[0].Text("id");
        places["execution"] = instance.Items("steps").Single(s => s.Part("step").Text("id") == "gate").Text("execution");

        places["skip asked"] = await Ask($"/instances/{halted}/skip", new { execution = places["execution"], reason = "检查已另行完成" });
        places["end declined"] = await Ask($"/instances/{places["town"]}/cancel", new { reason = "申报人重复申报" });
        (await (await As("supervisor")).Post(
            $"/interventions/{places["end declined"]}/decline", new { reason = "并非重复，另一件已撤回。" })).Done();

        var letter = new DeadLetter
        {
            Kind = DeadLetterKind.Mail,
            Key = Guid.NewGuid().ToString(),
            Subject = "notice.task",
            Attempts = 7,
            Error = "邮件服务器 mail.qingtan.example 没有应答",
            At = new DateTimeOffset(2026, 3, 17, 22, 0, 0, TimeSpan.Zero),
        };
        await Store(letter);
        places["dead letter"] = $"{letter.Id}";

        // The shipped flow with another name for one step: what a designer has stored awaits approval.
        await StoreFlow(shipped.Replace("镇街审核", "镇街初审", StringComparison.Ordinal), publish: false);
        await DraftRules();
        await DraftStandard();
        places["flow in force"] = await Read(db => db.WorkflowVersions.Where(v => v.DefinitionId == "title-review" && v.IsPublished).Select(v => v.Id).SingleAsync());
    }

    // Zhejiang's ordinary road with another year for one degree, waiting for the second officer.
    private async Task DraftRules()
    {
        var officer = await As("city");
        var sets = (await officer.Get("/rule-sets")).Done().Items("items").Where(s => s.Text("region") == "zhejiang").ToList();
        places["rule set"] = sets.Single(s => s.Text("channel") == "Standard").Text("id");
        places["rule set free"] = sets.Single(s => s.Text("channel") == "SocialReview").Text("id");
        places["rule set draft"] = (await officer.Post($"/rule-sets/{places["rule set"]}/drafts")).Done().Text("id");
        (await officer.Put(
            $"/rule-sets/{places["rule set draft"]}",
            new { effectiveFrom = $"{Today:yyyy-MM-dd}", values = new Dictionary<string, int> { ["steps/Intermediate/Bachelor"] = 5 } })).Done();
    }

    // The plan's standard with another cap for its first indicator, waiting for the second officer.
    private async Task DraftStandard()
    {
        var officer = await As("city");
        var items = (await officer.Get($"/plans/{DemoCity.Plan.Value}/standard")).Done().Part("standard").Part("items");
        items[0]!["cap"] = items[0]!.Number("cap") + 5;
        (await officer.Put($"/plans/{DemoCity.Plan.Value}/standard", new { items })).Done();
    }

    private async Task<string> Ask(string path, object request) =>
        (await (await As("admin")).Post(path, request)).Done().Text("intervention");

    private async Task StoreFlow(string document, bool publish)
    {
        var folder = Directory.CreateTempSubdirectory("title-flows-");
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "title-review.json"), document);
        await using (var scope = Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<ImportFlowFiles>().RunAsync(folder.FullName, publish, CancellationToken.None);
        }

        folder.Delete(recursive: true);
    }
}
