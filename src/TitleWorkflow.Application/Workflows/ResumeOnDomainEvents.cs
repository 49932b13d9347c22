using System.Text.Json.Nodes;
using TitleWorkflow.Application.Assessments.Activities;
using TitleWorkflow.Application.Experts;
using TitleWorkflow.Application.Nominations;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain;
using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Publicity;
using TitleWorkflow.Domain.WorkItems;
using TitleWorkflow.Engine;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Workflows;

/// <summary>Turns what happened in the domain into stimuli for the flows, in the same unit of work, until nothing more happens.</summary>
public sealed class ResumeOnDomainEvents(TitleDb db, WorkflowEngine engine, NominationDesk nominations, ExpertFlow experts, ICurrentUser user)
{
    private string By => user.Person?.ToString() ?? "clock";

    /// <summary>Handles every event raised since the last call; bursts may raise more, which are handled too.</summary>
    public async Task HandleAsync(CancellationToken ct)
    {
        while (db.TakeEvents() is { Count: > 0 } events)
        {
            foreach (var happened in events)
            {
                await nominations.FollowAsync(happened, ct);
                await experts.FollowAsync(happened, ct);
                await HandleAsync(happened, ct);
            }
        }
    }

    private Task HandleAsync(IDomainEvent happened, CancellationToken ct) => happened switch
    {
        DeclarationStarted started => StartAsync(started, ct),
        DeclarationWithdrawn withdrawn => engine.CancelAsync(withdrawn.Declaration.ToString(), By, withdrawn.Reason, ct),
        LapseOverturned overturned => ResumeAsync(new LapseReversed(overturned.Declaration.Value), [], ct),
        ReexaminationRequested requested => ResumeAsync(new ReexaminationAsked(requested.Declaration.Value), [], ct),
        ObjectionOpened opened => engine.ResumeAsync(
            new ResumeWorkflow
            {
                Stimulus = new NameObjectedTo(opened.Declaration.Value),
                Input = new Dictionary<string, JsonNode?> { ["Objection"] = opened.Objection.ToString() },

                // Who objects stands in no journal.
                By = "objection",
            },
            ct),
        CaseDecided decided => ResumeAsync(
            new BallotDecided(decided.Declaration.Value), new() { ["Result"] = decided.Result.ToString() }, ct),
        WorkItemCompleted done => ResumeAsync(
            new WorkItemDone(done.WorkItem.Value),
            new()
            {
                ["Outcome"] = done.Outcome,
                ["Comment"] = done.Comment,
                ["Values"] = new JsonObject(done.Values.Select(v => KeyValuePair.Create(v.Key, (JsonNode?)v.Value))),
            },
            ct),
        WorkItemWithdrawn taken => ResumeAsync(
            new WorkItemDone(taken.WorkItem.Value), new() { ["Outcome"] = ReviewInGroup.Withdrawn }, ct),
        _ => Task.CompletedTask,
    };

    // One flow instance per declaration, under the declaration's own id: it is found without a search.
    private async Task StartAsync(DeclarationStarted started, CancellationToken ct)
    {
        var id = started.Declaration.ToString();
        var result = await engine.StartAsync(
            new StartWorkflow(started.Flow)
            {
                InstanceId = id,
                CorrelationId = id,
                Name = started.Number,
                Input = new Dictionary<string, JsonNode?> { ["Declaration"] = id },
                By = By,
            },
            ct);
        if (result.Outcome != StartOutcome.Started)
        {
            throw new InvalidOperationException($"The flow {started.Flow} could not be started: {result.Outcome}.");
        }
    }

    private Task<ResumeResult> ResumeAsync(object stimulus, Dictionary<string, JsonNode?> input, CancellationToken ct) =>
        engine.ResumeAsync(new ResumeWorkflow { Stimulus = stimulus, Input = input, By = By }, ct);
}
