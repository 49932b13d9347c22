using System.Globalization;
using TitleWorkflow.Web.Security;

namespace TitleWorkflow.Web.Tests.Security;

public sealed class StrangerLimitsTests
{
    private readonly MovableClock clock = new();

    [Fact]
    public void Twenty_refusals_of_one_address_are_written_and_those_of_another_still_are()
    {
        var limit = new StrangerLimits(clock).Of("sign-in.required");

        Knock(limit, 20, _ => "203.0.113.7");

        Assert.True(limit.IsReached("203.0.113.7"));
        Assert.False(limit.IsReached("203.0.113.8"));
    }

    [Fact]
    public void One_machine_with_a_hundred_addresses_reaches_the_limit_of_all()
    {
        var limit = new StrangerLimits(clock).Of("sign-in.required");

        Knock(limit, 99, i => string.Create(CultureInfo.InvariantCulture, $"2001:db8::{i}"));
        var after99 = limit.IsReached("203.0.113.7");
        Knock(limit, 1, _ => "2001:db8::ffff");

        Assert.False(after99);
        Assert.True(limit.IsReached("203.0.113.7"));
    }

    [Fact]
    public void Who_knocks_at_every_door_does_not_hide_that_passwords_are_tried()
    {
        var limits = new StrangerLimits(clock);

        Knock(limits.Of("sign-in.required"), 20, _ => "203.0.113.7");

        Assert.False(limits.Of("sign-in.wrong-password").IsReached("203.0.113.7"));
    }

    [Fact]
    public void After_a_minute_refusals_are_written_again()
    {
        var limit = new StrangerLimits(clock).Of("sign-in.required");
        Knock(limit, 20, _ => "203.0.113.7");

        clock.Now += TimeSpan.FromMinutes(1);

        Assert.False(limit.IsReached("203.0.113.7"));
    }

    private static void Knock(StrangerLimits.Limit limit, int times, Func<int, string> address)
    {
        for (var i = 0; i < times; i++)
        {
            limit.Count(address(i));
        }
    }
}
