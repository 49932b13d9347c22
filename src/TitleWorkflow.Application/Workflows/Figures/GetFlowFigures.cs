using MediatR;
using TitleWorkflow.Application.Operation;

namespace TitleWorkflow.Application.Workflows.Figures;

/// <summary>Shows how cases fare at each step of a flow (办理热度): how many came, how long it took, how often it sent them back.</summary>
public static class GetFlowFigures
{
    /// <summary>How many cases are looked at, the latest ones.</summary>
    public const int MostCases = 500;

    /// <param name="DefinitionId">The flow's id.</param>
    public sealed record Query(string DefinitionId) : IRequest<Result>;

    /// <param name="Picture">The version in force, else the newest.</param>
    /// <param name="Cases">Cases looked at, on whatever version.</param>
    /// <param name="Steps">The pace at each step of the picture, in its order.</param>
    public sealed record Result(GetFlowPicture.Result Picture, int Cases, IReadOnlyList<Step> Steps);

    /// <param name="Name">The step.</param>
    /// <param name="Pace">How cases fared there.</param>
    public sealed record Step(StepName Name, StepPace Pace);

    internal sealed class Handler(ISender sender, FlowHistory history, OfficialCalendar calendar) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var picture = await sender.Send(new GetFlowPicture.Query(query.DefinitionId), ct);
            var cases = await history.LatestAsync(query.DefinitionId, MostCases, finishedOnly: false, ct);
            var paces = StepPace.Of(cases, await calendar.GetAsync(ct));
            return new Result(
                picture,
                cases.Count,
                [
                    .. picture.Steps.Where(s => s.Kind is GetFlowPicture.StepKind.People or GetFlowPicture.StepKind.Product)
                        .Select(s => new Step(new StepName(s.Id, s.Text, s.English), paces.GetValueOrDefault(s.Id, StepPace.None))),
                ]);
        }
    }
}
