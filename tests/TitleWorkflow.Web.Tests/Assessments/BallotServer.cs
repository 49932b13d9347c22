using System.Collections.Concurrent;
using TitleWorkflow.Web.Tests.Hosting;
using TitleWorkflow.Web.Tests.Roads;

namespace TitleWorkflow.Web.Tests.Assessments;

/// <summary>A few declarations wait for the committee.</summary>
public sealed class BallotServer : Server
{
    private readonly ConcurrentQueue<Road> waiting = new();

    protected override int MoreApplicants => 8;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        foreach (var road in await Road.AwaitingMeeting(this, MoreApplicants))
        {
            waiting.Enqueue(road);
        }
    }

    internal Road Next() => waiting.TryDequeue(out var road) ? road : throw new InvalidOperationException("All cases are used up.");
}
