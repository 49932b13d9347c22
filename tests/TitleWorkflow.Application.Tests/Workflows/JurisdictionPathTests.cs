using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Declarations;
using TitleWorkflow.Application.RuleSets;
using TitleWorkflow.Application.Seed;
using TitleWorkflow.Application.Tests.Declarations;
using TitleWorkflow.Application.Tests.Harness;
using TitleWorkflow.Application.WorkItems;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.RuleSets;
using TitleWorkflow.Domain.WorkItems;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Tests.Workflows;

/// <summary>The jurisdiction path (管辖路径): who vets, who only passes on and who is left out is the rule set's, per channel and level.</summary>
public sealed class JurisdictionPathTests
{
    [SkippableTheory, Databases]
    public async Task Town_district_and_city_vet_where_the_rule_set_is_silent(DatabaseProvider database)
    {
        await using var product = await Product.WithCityAsync(database);
        var id = await HandedIn.Submitted(product);
        await Recommend(product, id);

        foreach (var office in new[] { "town", "district", "city" })
        {
            var item = (await Open(product, id))!;
            Assert.Equal((office, "vetting"), (item.ActivityId, item.Form));
            await product.SendAs(office, new CompleteWorkItem.Command(item.Id, "Pass"));
        }

        Assert.Equal("eligibility", (await Open(product, id))!.ActivityId);
    }

    [SkippableTheory, Databases]
    public async Task A_town_that_only_passes_on_can_neither_return_nor_refuse_and_a_skipped_district_never_hears_of_it(DatabaseProvider database)
    {
        await using var product = await Product.WithCityAsync(database);
        await SetPath(product, ("Town", HopMode.Forward), ("District", HopMode.Skip));
        var id = await HandedIn.Submitted(product);
        Assert.DoesNotContain("区县审核", await Ahead(product, id));
        await Recommend(product, id);

        var town = (await Open(product, id))!;
        Assert.Equal(("town", "forwarding"), (town.ActivityId, town.Form));
        await Refused.With(
            WorkItemRules.OutcomeOffered, () => product.SendAs("town", new CompleteWorkItem.Command(town.Id, "Refuse") { Comment = "不同意" }));
        await product.SendAs("town", new CompleteWorkItem.Command(town.Id, "Pass"));

        Assert.Equal(("city", "vetting"), await OpenStep(product, id));
        Assert.False(await product.ReadAsync(db => db.WorkItems.AnyAsync(w => w.ActivityId == "district")));
        Assert.Equal(1, await product.ReadAsync(db => db.History.CountAsync(h => h.Act == HistoryAct.Forwarded)));
    }

    [SkippableTheory, Databases]
    public async Task A_province_vets_where_the_rule_set_says_so(DatabaseProvider database)
    {
        await using var product = await Product.WithCityAsync(database);
        await SetPath(product, ("Town", HopMode.Skip), ("District", HopMode.Skip), ("City", HopMode.Forward), ("Province", HopMode.Vet));
        var id = await HandedIn.Submitted(product);
        await Recommend(product, id);

        await product.SendAs("city", new CompleteWorkItem.Command((await Open(product, id))!.Id, "Pass"));
        var item = (await Open(product, id))!;
        Assert.Equal(("province", "vetting"), (item.ActivityId, item.Form));
        await product.SendAs("province", new CompleteWorkItem.Command(item.Id, "Return")
        {
            Sections = [new ReturnedSection("basic", "电话不完整")],
        });
        Assert.Equal("correctProvince", (await Open(product, id))!.ActivityId);
    }

    [SkippableTheory, Databases]
    public async Task A_level_at_which_nobody_stands_above_the_employer_is_left_out(DatabaseProvider database)
    {
        await using var product = await Product.WithCityAsync(database);
        await SetPath(product, ("Province", HopMode.Vet));
        await Put(product, "yuanxiu", under: DemoOrganisations.Id("qingtan"));
        await Put(product, "qingtan", under: null);
        var id = await HandedIn.Submitted(product);
        await Recommend(product, id);

        Assert.Equal(("city", "vetting"), await OpenStep(product, id));
        await product.SendAs("city", new CompleteWorkItem.Command((await Open(product, id))!.Id, "Pass"));
        Assert.Equal("eligibility", (await Open(product, id))!.ActivityId);
    }

    private static async Task SetPath(Product product, params (string Authority, HopMode Mode)[] hops)
    {
        var plan = await product.ReadAsync(db => db.Plans.SingleAsync(p => p.Id == DemoCity.Plan));
        var (draft, today) = ((await product.SendAs("city", new DraftRuleSet.Command(plan.RuleSet))).Id, product.Clock.GetUtcNow().LegalDate());
        var values = hops.ToDictionary(h => $"path/{plan.Level}/{h.Authority}", h => (int)h.Mode);
        await product.SendAs("city", new ReviseRuleSet.Command(draft, today, values));
        var revision = (await product.SendAs("city2", new GetRuleSet.Query(draft))).Revision;
        await product.SendAs("city2", new ApproveRuleSet.Command(draft, revision));
        await product.ReadAsync(db => db.Plans.Where(p => p.Id == DemoCity.Plan)
            .ExecuteUpdateAsync(p => p.SetProperty(o => o.RuleSet, draft)));
    }

    private static Task<int> Put(Product product, string organisation, OrganisationId? under) => product.ReadAsync(
        db => db.Organisations.Where(o => o.Id == DemoOrganisations.Id(organisation))
            .ExecuteUpdateAsync(o => o.SetProperty(p => p.Parent, under)));

    private static async Task Recommend(Product product, DeclarationId id)
    {
        await product.SendAs("hr", new CompleteWorkItem.Command((await Open(product, id))!.Id, "Pass"));
        var last = await product.ReadAsync(db => db.PublicityNotices.Where(n => n.Declaration == id).Select(n => n.LastDay).SingleAsync());
        product.Clock.MoveTo(last.EndsAt());
        await product.DoDueWorkAsync();
        await product.SendAs("hr", new CompleteWorkItem.Command((await Open(product, id))!.Id, "Recommend"));
    }

    private static async Task<string[]> Ahead(Product product, DeclarationId id) =>
        [.. (await product.SendAs("applicant", new GetDeclaration.Query(id))).Ahead.Select(s => s.Title)];

    private static async Task<(string Step, string Form)> OpenStep(Product product, DeclarationId id)
    {
        var item = (await Open(product, id))!;
        return (item.ActivityId, item.Form);
    }

    private static Task<WorkItem?> Open(Product product, DeclarationId id) => product.ReadAsync(
        db => db.WorkItems.SingleOrDefaultAsync(w => w.Declaration == id && w.Status == WorkItemStatus.Open));
}
