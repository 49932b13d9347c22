using TitleWorkflow.Web.Security;

namespace TitleWorkflow.Web.Tests.Security;

public sealed class WrongNumbersTests
{
    private readonly MovableClock clock = new();

    [Fact]
    public void Twenty_wrong_numbers_in_a_minute_are_enough()
    {
        var wrong = new WrongNumbers(clock);

        for (var i = 0; i < 19; i++)
        {
            wrong.Add("203.0.113.7");
        }

        var after19 = wrong.AreTooMany("203.0.113.7");
        wrong.Add("203.0.113.7");

        Assert.False(after19);
        Assert.True(wrong.AreTooMany("203.0.113.7"));
        Assert.False(wrong.AreTooMany("203.0.113.8"));
    }

    [Fact]
    public void After_a_minute_numbers_may_be_wrong_again()
    {
        var wrong = new WrongNumbers(clock);
        for (var i = 0; i < 20; i++)
        {
            wrong.Add("203.0.113.7");
        }

        clock.Now += TimeSpan.FromMinutes(1);

        Assert.False(wrong.AreTooMany("203.0.113.7"));
    }
}
