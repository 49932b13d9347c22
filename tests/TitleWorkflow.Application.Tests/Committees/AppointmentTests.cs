using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Committees;
using TitleWorkflow.Application.Seed;
using TitleWorkflow.Application.Tests.Harness;
using TitleWorkflow.Domain.Committees;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Tests.Committees;

public sealed class AppointmentTests
{
    [SkippableTheory, Databases]
    public async Task Members_come_from_the_expert_pool(DatabaseProvider database)
    {
        await using var product = await Product.WithCityAsync(database);
        var committee = await product.ReadAsync(db => db.Committees.AsNoTracking().SingleAsync(c => c.Id == DemoOrganisations.Id("committee")));
        var seats = committee.Seats
            .Select(s => s.Position == CommitteePosition.Deputy ? s with { Person = DemoPeople.Id("applicant") } : s)
            .ToList();

        await Refused.With(
            CommitteeSliceRules.FromPool,
            () => product.SendAs("office", new AppointMembers.Command(committee.Id, seats)));
    }

    [SkippableTheory, Databases]
    public async Task An_expert_whose_term_is_over_is_appointed_no_more(DatabaseProvider database)
    {
        await using var product = await Product.WithCityAsync(database);
        var committee = await product.ReadAsync(db => db.Committees.AsNoTracking().SingleAsync(c => c.Id == DemoOrganisations.Id("committee")));
        product.Clock.MoveTo(Product.FirstDay.AddYears(2));

        await Refused.With(
            CommitteeSliceRules.FromPool,
            () => product.SendAs("office", new AppointMembers.Command(committee.Id, committee.Seats)));
    }
}
