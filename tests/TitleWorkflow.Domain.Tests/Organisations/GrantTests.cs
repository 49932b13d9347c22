using TitleWorkflow.Domain.Organisations;

namespace TitleWorkflow.Domain.Tests.Organisations;

public sealed class GrantTests
{
    [Theory]
    [InlineData("2022-09-30", "2022-12-31", false)]
    [InlineData("2022-10-01", "2022-12-31", true)]
    [InlineData("2022-12-31", "2022-12-31", true)]
    [InlineData("2023-01-01", "2022-12-31", false)]
    [InlineData("2099-12-31", null, true)]
    public void A_grant_is_in_force_from_its_first_to_its_last_day(string day, string? to, bool inForce)
    {
        var grant = new Grant(
            PersonId.New(), Role.CityOfficer, OrganisationId.New(), Qingtan.Day("2022-10-01"),
            to is null ? null : Qingtan.Day(to));

        Assert.Equal(inForce, grant.InForceOn(Qingtan.Day(day)));
    }
}
