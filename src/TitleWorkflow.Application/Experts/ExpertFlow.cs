using System.Text.Json.Nodes;
using TitleWorkflow.Application.Workflows;
using TitleWorkflow.Domain;
using TitleWorkflow.Domain.Experts;
using TitleWorkflow.Engine;

namespace TitleWorkflow.Application.Experts;

/// <summary>
/// Lets the flow of appointments (专家聘任) follow every road into the pool. Membership is no operator's business: the instance knows the
/// road's id alone, neither who is on it nor who acted.
/// </summary>
public sealed class ExpertFlow(WorkflowEngine engine, ExpertCase cases)
{
    /// <summary>The flow that follows roads into the pool; in no other do its steps stand.</summary>
    public const string Id = "expert-appointment";

    /// <summary>Who starts and resumes it, whoever acts: a candidate's own answer would name them.</summary>
    internal const string By = "pool";

    internal Task FollowAsync(IDomainEvent happened, CancellationToken ct)
    {
        switch (happened)
        {
            case ExpertNominated nominated:
                cases.Note(nominated.Nomination, nominated.Person);
                return StartAsync(nominated.Nomination, ct);
            case ExpertMoved moved:
                cases.Note(moved.Nomination, moved.Person);
                return engine.ResumeAsync(
                    new ResumeWorkflow { Stimulus = new MembershipMoved(moved.Nomination.Value), By = By }, ct);
            default:
                return Task.CompletedTask;
        }
    }

    private async Task StartAsync(ExpertNominationId nomination, CancellationToken ct)
    {
        var result = await engine.StartAsync(
            new StartWorkflow(Id)
            {
                InstanceId = nomination.ToString(),
                Name = nomination.Reference,
                Input = new Dictionary<string, JsonNode?> { [ExpertCase.Input] = nomination.ToString() },
                By = By,
            },
            ct);
        if (result.Outcome != StartOutcome.Started)
        {
            throw new InvalidOperationException($"The flow {Id} could not be started: {result.Outcome}.");
        }
    }
}
