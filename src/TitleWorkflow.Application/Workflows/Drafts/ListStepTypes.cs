using MediatR;
using TitleWorkflow.Engine.Activities;

namespace TitleWorkflow.Application.Workflows.Drafts;

/// <summary>Lists what a designer can draw with: our steps, flow control, and flows that may be used as a step.</summary>
public static class ListStepTypes
{
    public sealed record Query : IRequest<Result>;

    /// <param name="Types">Every version of every type.</param>
    public sealed record Result(ActivityCatalog Types);

    internal sealed class Handler(StepTypes types) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct) => new(await types.AllAsync(ct));
    }
}
