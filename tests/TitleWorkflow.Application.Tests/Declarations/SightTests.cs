using TitleWorkflow.Application.Declarations;
using TitleWorkflow.Application.Seed;
using TitleWorkflow.Application.Tests.Harness;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Tests.Declarations;

public sealed class SightTests
{
    private static readonly string[] Everybody =
    [
        "applicant", "hr", "chairperson", "town", "district", "city", "organiser", "office", "director", "expert1",
        "supervisor", "commissioner", "auditor", "designer", "admin",
    ];

    [SkippableTheory, Databases]
    public async Task A_draft_is_its_applicants_alone(DatabaseProvider database)
    {
        await using var product = await Product.WithCityAsync(database);

        var id = await HandedIn.FilledIn(product);

        Assert.Equal(["applicant"], await WhoSees(product, id));
    }

    [SkippableTheory, Databases]
    public async Task A_submitted_dossier_is_seen_by_the_offices_above_its_employer_and_by_audit(DatabaseProvider database)
    {
        await using var product = await Product.WithCityAsync(database);

        var id = await HandedIn.Submitted(product);

        Assert.Equal(["applicant", "hr", "town", "district", "city", "auditor"], await WhoSees(product, id));
    }

    [SkippableTheory, Databases]
    public async Task Whoever_is_officer_and_applicant_sees_the_own_case_as_its_applicant(DatabaseProvider database)
    {
        await using var product = await Product.WithCityAsync(database);
        var id = await HandedIn.Submitted(product);
        var both = Sender.Of("applicant").Holding(Role.CityOfficer, "qingtan");

        var seen = await product.SendAs(both, new GetDeclaration.Query(id));

        Assert.Equal(Sight.Own, seen.Sight);
        Assert.DoesNotContain(seen.History, line => line.Person is not null);
    }

    [SkippableTheory, Databases]
    public async Task Audit_reaches_as_far_as_its_office(DatabaseProvider database)
    {
        await using var product = await Product.WithCityAsync(database);
        await HandedIn.Submitted(product);
        var reaching = new List<string>();

        foreach (var office in new[] { "luting", "linqiao", "qingtan", "qinglan", "unit", "songxi", "yunlu" })
        {
            var auditor = new Sender(DemoPeople.Id("auditor"), "严守一").Holding(Role.Auditor, office);
            if ((await product.SendAs(auditor, new ListDeclarations.Query())).Items.Count > 0)
            {
                reaching.Add(office);
            }
        }

        Assert.Equal(["luting", "linqiao", "qingtan", "qinglan", "unit"], reaching);
    }

    [SkippableTheory, Databases]
    public async Task The_list_is_searched_within_ones_sight_only(DatabaseProvider database)
    {
        await using var product = await Product.WithCityAsync(database);
        await HandedIn.Submitted(product);
        var byName = new ListDeclarations.Query(Search: "方知");

        var town = await product.SendAs("town", byName);
        var unit = await product.SendAs("organiser", byName);

        Assert.Equal(["方知遥"], town.Items.Select(i => i.Applicant));
        Assert.Empty(unit.Items);
    }

    // The list and the page must never disagree.
    private static async Task<List<string>> WhoSees(Product product, DeclarationId id)
    {
        var seers = new List<string>();
        foreach (var person in Everybody)
        {
            var listed = (await product.SendAs(person, new ListDeclarations.Query())).Items.Any(i => i.Declaration == id);
            try
            {
                await product.SendAs(person, new GetDeclaration.Query(id));
                seers.Add(person);
                Assert.True(listed, person);
            }
            catch (NotFoundException)
            {
                Assert.False(listed, person);
            }
        }

        return seers;
    }
}
