using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Tests.Declarations;
using TitleWorkflow.Application.Tests.Harness;
using TitleWorkflow.Application.Tests.Instances;
using TitleWorkflow.Application.WorkItems;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.WorkItems;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Tests.Workflows;

/// <summary>Open display and peer appraisal (公开展示、民主测评): no road has it until a bureau draws it in, as one step.</summary>
public sealed class OpenDisplayTests
{
    [SkippableTheory, Databases]
    public async Task A_dossier_is_shown_for_three_working_days_then_appraised_then_checked(DatabaseProvider database)
    {
        await using var product = await Product.WithCityAsync(database);
        await product.PublishAsync(DrawIn);

        // Handed in on Monday, 18 July: shown on the 19th, 20th and 21st.
        var id = await HandedIn.Submitted(product);

        Assert.Contains("2022-07-19 – 2022-07-21", await Notes(product, HistoryAct.MaterialsDisplayed));
        Assert.Equal(1, await Told(product, "notice.open-display"));
        Assert.Equal(1, await Told(product, "notice.display-materials"));
        product.Clock.MoveTo(new DateOnly(2022, 7, 21).EndsAt().AddSeconds(-1));
        await product.DoDueWorkAsync();
        Assert.Null(await Open(product, id));

        product.Clock.MoveTo(new DateOnly(2022, 7, 21).EndsAt());
        await product.DoDueWorkAsync();
        var appraisal = (await Open(product, id))!;
        Assert.Equal("appraisal", appraisal.ActivityId);
        await Refused.With(
            WorkItemRules.FieldsFilledIn, () => product.SendAs("hr", new CompleteWorkItem.Command(appraisal.Id, "Favoured")));
        await product.SendAs("hr", new CompleteWorkItem.Command(appraisal.Id, "Favoured") { Values = Appraisal(37) });

        Assert.Equal("employerCheck", (await Open(product, id))!.ActivityId);
        Assert.Equal(["参评人数 42；同意推荐人数 37"], await Notes(product, HistoryAct.Appraised));
    }

    [SkippableTheory, Databases]
    public async Task Who_is_not_recommended_by_the_appraisal_is_not_recommended(DatabaseProvider database)
    {
        await using var product = await Product.WithCityAsync(database);
        await product.PublishAsync(DrawIn);
        var id = await HandedIn.Submitted(product);
        product.Clock.MoveTo(new DateOnly(2022, 7, 21).EndsAt());
        await product.DoDueWorkAsync();
        var appraisal = (await Open(product, id))!;
        var refusal = new CompleteWorkItem.Command(appraisal.Id, "Refuse") { Values = Appraisal(12) };
        await Refused.With(DeclarationRules.RefusalReasoned, () => product.SendAs("hr", refusal));

        await product.SendAs("hr", refusal with { Comment = "同意票未过半数。" });

        Assert.Null(await Open(product, id));
        Assert.Equal(["参评人数 42；同意推荐人数 12"], await Notes(product, HistoryAct.Appraised));
        Assert.Equal(["同意票未过半数。"], await Notes(product, HistoryAct.Refused));
        Assert.False(await product.ReadAsync(db => db.Declarations.Where(d => d.Id == id).Select(d => d.IsLive).SingleAsync()));
    }

    private static void DrawIn(JsonNode flow)
    {
        var chart = flow["root"]!;
        var connections = chart["connections"]!.AsArray();
        JsonNode From(string step, string port) => connections.Single(
            c => (string?)c!["source"]!["activity"] == step && (string?)c["source"]!["port"] == port)!;
        chart["activities"]!.AsArray().Add(new JsonObject
        {
            ["id"] = "openDisplay",
            ["type"] = "公开展示与民主测评",
            ["version"] = 1,
            ["metadata"] = new JsonObject { ["displayText"] = "公开展示与民主测评" },
            ["workflowDefinitionId"] = "open-display",
        });
        var refused = (string)From("employerCheck", "Refuse")["target"]!["activity"]!;
        From("declare", "Submit")["target"]!["activity"] = "openDisplay";
        flow.Connect("openDisplay", "Recommended", "employerCheck");
        flow.Connect("openDisplay", "Refused", refused);
    }

    private static Dictionary<string, string> Appraisal(int inFavour) => new()
    {
        ["参评人数"] = "42",
        ["同意推荐人数"] = inFavour.ToString(CultureInfo.InvariantCulture),
    };

    private static Task<int> Told(Product product, string notice) =>
        product.ReadAsync(db => db.Notices.CountAsync(n => n.Text == notice));

    private static Task<WorkItem?> Open(Product product, DeclarationId id) => product.ReadAsync(
        db => db.WorkItems.SingleOrDefaultAsync(w => w.Declaration == id && w.Status == WorkItemStatus.Open));

    private static Task<List<string?>> Notes(Product product, HistoryAct act) => product.ReadAsync(
        db => db.History.Where(h => h.Act == act).Select(h => h.Note).ToListAsync());
}
