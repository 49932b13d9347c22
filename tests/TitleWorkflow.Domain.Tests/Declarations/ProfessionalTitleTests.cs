using TitleWorkflow.Domain.Declarations;

namespace TitleWorkflow.Domain.Tests.Declarations;

public sealed class ProfessionalTitleTests
{
    [Fact]
    public void Every_title_that_exists_has_a_name()
    {
        Assert.Equal("高级工程师", ProfessionalTitle.Name(TitleSeries.Engineering, TitleLevel.DeputySenior));
        Assert.All(
            Enum.GetValues<TitleLevel>(), l => Assert.NotEmpty(ProfessionalTitle.Name(TitleSeries.Engineering, l)));
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            ProfessionalTitle.Name(TitleSeries.Economics, TitleLevel.Technician));
    }
}
