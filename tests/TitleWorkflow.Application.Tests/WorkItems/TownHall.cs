using TitleWorkflow.Application.Declarations;
using TitleWorkflow.Application.Seed;
using TitleWorkflow.Application.Tests.Harness;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.WorkItems;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Tests.WorkItems;

/// <summary>A town office of the demonstration city with work on one case, and two people who may do it.</summary>
internal static class TownHall
{
    public static Sender Officer { get; } = Sender.Of("town");

    /// <summary>Somebody else who holds the same role there.</summary>
    public static Sender Colleague { get; } = Sender.Of("commissioner").Holding(Role.TownOfficer, "luting");

    public static async Task<(Product Product, DeclarationId Case)> OpenAsync(DatabaseProvider database)
    {
        var product = await Product.WithCityAsync(database);
        var started = await product.SendAs("applicant", new StartDeclaration.Command(DemoCity.Plan));
        await product.StoreAsync(new Grant(
            DemoPeople.Id("commissioner"), Role.TownOfficer, DemoOrganisations.Id("luting"), new DateOnly(2020, 1, 1)));
        return (product, started.Declaration);
    }

    public static CaseHeading Heading(DeclarationId declaration) => new(
        declaration, "QT-2022-0001", "方知遥", "远岫自动化", null, TitleSeries.Engineering, TitleLevel.DeputySenior, Channel.Standard);

    public static OfficeTask Task(DeclarationId declaration, DateOnly? dueOn = null, string form = "general") => new(
        new WorkItemSpecification(
            declaration.ToString(), "step", Heading(declaration), Stage.Review, form, "镇街审核", "Town vetting",
            ["Pass", "Refuse"], ["Refuse"], dueOn),
        Role.TownOfficer,
        DemoOrganisations.Id("luting"),
        new DateTimeOffset(2022, 7, 18, 1, 0, 0, TimeSpan.Zero));
}
