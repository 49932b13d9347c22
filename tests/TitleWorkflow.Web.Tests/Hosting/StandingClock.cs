namespace TitleWorkflow.Web.Tests.Hosting;

/// <summary>The real clock of a test: it stands still, so that the product's clock moves only when told.</summary>
internal sealed class StandingClock : TimeProvider
{
    private static readonly DateTimeOffset Instant = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Instant;
}
