using System.Text.Json.Nodes;
using TitleWorkflow.Engine;
using TitleWorkflow.Engine.Activities;
using TitleWorkflow.Engine.State;
using TitleWorkflow.Engine.Trials;

namespace TitleWorkflow.Web.Tests.Workflows.Paper;

/// <summary>
/// Takes dossiers through a published flow with random answers: the engine runs the document as it is, every step of ours is one
/// on paper.
/// </summary>
internal sealed class PaperRun : IServiceProvider
{
    /// <summary>Marks what waits for an office where nobody holds the role.</summary>
    public const string Nobody = "Nobody";

    private const int MostAnswers = 120;
    private static readonly ActivityCatalog Catalog = ActivityCatalog.FromAssemblies(typeof(PaperRun).Assembly);

    private readonly MemoryStore store = new();
    private readonly StoredDefinition flow;
    private readonly EngineOptions options = new() { Output = TextWriter.Null, MaxStepsPerBurst = 500 };
    private readonly Random chance;
    private readonly PaperClock clock = new();
    private readonly WorkflowEngine engine;

    private PaperRun(
        StoredDefinition flow,
        IEnumerable<TriggerRecord> triggers,
        IReadOnlyList<StoredDefinition> others,
        CompiledDefinitions compiled,
        Random chance,
        bool inDomain)
    {
        this.flow = flow;
        this.chance = chance;
        store.Publish(flow, triggers);
        others.ToList().ForEach(other => store.Publish(other));
        Case = new PaperCase(chance, clock, inDomain ? new DomainCase(clock) : null);
        engine = new WorkflowEngine(store, store, compiled, Catalog, clock, this);
    }

    private PaperCase Case { get; }

    /// <summary>Runs so many dossiers through a flow, some of them in the product's domain as well as on paper.</summary>
    /// <param name="json">The flow.</param>
    /// <param name="count">Dossiers.</param>
    /// <param name="chance">What people do.</param>
    /// <param name="inDomain">How many of them the domain keeps too; its ballots take long, as they are sealed.</param>
    /// <param name="others">Flows it may use as steps.</param>
    /// <returns>What was against the regulation, and how many came to a certificate.</returns>
    public static async Task<(IReadOnlyList<string> Broken, int Certificates)> Dossiers(
        string json, int count, Random chance, int inDomain = 1, IReadOnlyList<StoredDefinition>? others = null)
    {
        var broken = new List<string>();
        var certificates = 0;
        var flow = new StoredDefinition("flow-1", "flow", 1, json);
        var triggers = await TriggerIndex.ForAsync(flow, Catalog, new PaperClock(), TimeZoneInfo.Utc);
        var compiled = new CompiledDefinitions();
        for (var i = 0; i < count; i++)
        {
            var run = new PaperRun(flow, triggers, others ?? [], compiled, new Random(chance.Next()), inDomain: i < inDomain);
            await run.RunAsync();
            broken.AddRange(run.Case.Broken);
            certificates += run.Case.Certified ? 1 : 0;
        }

        return ([.. broken.Distinct()], certificates);
    }

    object? IServiceProvider.GetService(Type serviceType) =>
        serviceType == typeof(EngineOptions) ? options
        : serviceType == typeof(PaperCase) ? Case
        : serviceType == typeof(ITriggerStore) ? store
        : null;

    private async Task RunAsync()
    {
        await engine.StartAsync(
            new StartWorkflow(flow.DefinitionId)
            {
                InstanceId = "case",
                CorrelationId = "case",
                By = "paper",
                Input = new Dictionary<string, JsonNode?> { ["Declaration"] = Guid.NewGuid().ToString() },
            },
            default);
        for (var answers = 0; answers < MostAnswers; answers++)
        {
            var open = store.Bookmarks.Where(b => b.Bookmark.Name != Nobody).ToList();
            if (open.Count == 0)
            {
                return;
            }

            var next = open[chance.Next(open.Count)].Bookmark;
            clock.LeapTo(next.DueAt ?? clock.GetUtcNow().AddHours(chance.Next(30)));
            var resumed = await engine.ResumeAsync(new ResumeWorkflow { BookmarkId = next.Id, By = "paper" }, default);
            if (resumed.Runs is [{ SubStatus: WorkflowSubStatus.Faulted }, ..])
            {
                return;
            }
        }
    }
}
