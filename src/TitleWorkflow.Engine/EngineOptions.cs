namespace TitleWorkflow.Engine;

/// <summary>
/// What a host may decide about all flows. The engine asks its service provider for it; all parts have defaults.
/// </summary>
public sealed record EngineOptions
{
    /// <summary>
    /// Which exceptions of activities are refusals that fly out of the burst, so that the host rolls the whole command
    /// back; all others become incidents. <see cref="OperationCanceledException"/> always flies. Default: none.
    /// </summary>
    public Func<Exception, bool> LetThrough { get; init; } = _ => false;

    /// <summary>
    /// What happens to a workflow whose definition does not say it. Default: <see cref="IncidentStrategy.Fault"/>.
    /// </summary>
    public IncidentStrategy IncidentStrategy { get; init; } = IncidentStrategy.Fault;

    /// <summary>How flowcharts decide what comes next. Default: <see cref="FlowchartMode.Counter"/>.</summary>
    public FlowchartMode FlowchartMode { get; init; } = FlowchartMode.Counter;

    /// <summary>
    /// How many activities one burst may execute before it counts as endless; at least 1. Default: 10,000.
    /// </summary>
    public int MaxStepsPerBurst { get; init; } = 10_000;

    /// <summary>
    /// How many bursts one call of the engine may lead to, by events and dispatched workflows that wake one another, before
    /// that counts as endless; at least 1. Default: 10,000.
    /// </summary>
    public int MaxBurstsPerCall { get; init; } = 10_000;

    /// <summary>How deep workflows may execute one another; at least 1. Default: 16.</summary>
    public int MaxExecutionDepth { get; init; } = 16;

    /// <summary>
    /// The commit strategy of workflows that name none; one of <see cref="CommitStrategies"/>. Default: none, so that each
    /// burst commits as a whole.
    /// </summary>
    public string? CommitStrategyName { get; init; }

    /// <summary>The interval of <see cref="CommitStrategies.Periodic"/>. Default: 30 seconds.</summary>
    public TimeSpan CommitInterval { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Whether the journal keeps inputs and outputs where neither activity nor workflow says it. Default:
    /// <see cref="LogPersistenceMode.Include"/>.
    /// </summary>
    public LogPersistenceMode LogPersistenceMode { get; init; } = LogPersistenceMode.Include;

    /// <summary>How far one script may go.</summary>
    public ScriptLimits Scripts { get; init; } = new();

    /// <summary>Where <c>Elsa.WriteLine</c> writes. Default: the standard output.</summary>
    public TextWriter Output { get; init; } = Console.Out;

    /// <summary>
    /// Hears of each line of an instance's journal as it is written, before anything is staged; a burst that is rolled back
    /// has been heard too. Default: nobody.
    /// </summary>
    public Action<State.WorkflowInstance, State.JournalEntry>? Journalled { get; init; }

    /// <summary>The time zone of cron expressions. Default: UTC.</summary>
    public TimeZoneInfo TimeZone { get; init; } = TimeZoneInfo.Utc;
}

/// <summary>How far one evaluation of a script may go before its activity faults.</summary>
public sealed record ScriptLimits
{
    /// <summary>Time for one evaluation. Default: 2 seconds.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Statements in one evaluation. Default: 100,000.</summary>
    public int MaxStatements { get; init; } = 100_000;

    /// <summary>Depth of calls. Default: 64.</summary>
    public int MaxRecursion { get; init; } = 64;

    /// <summary>Time for one match of one regular expression. Default: 1 second.</summary>
    public TimeSpan RegexTimeout { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Bytes one evaluation may allocate, checked before each statement. Default: 32 MiB.</summary>
    public long MaxAllocatedBytes { get; init; } = 32 * 1024 * 1024;

    /// <summary>
    /// Elements of an array, or characters of a text, that one built-in function may work on. Default: 1,000,000.
    /// </summary>
    public int MaxLength { get; init; } = 1_000_000;
}

/// <summary>What happens to a workflow when one of its activities faults.</summary>
public enum IncidentStrategy
{
    /// <summary>The workflow stops at once; bookmarks and queued work are frozen for a retry.</summary>
    Fault,

    /// <summary>The workflow goes on beside the faulted activity.</summary>
    ContinueWithIncidents,
}

/// <summary>How flowcharts decide what comes next.</summary>
public enum FlowchartMode
{
    /// <summary>By counting visits: untaken branches are skipped through to their join.</summary>
    Counter,

    /// <summary>By tokens on connections, as each activity's merge mode says.</summary>
    Token,
}
