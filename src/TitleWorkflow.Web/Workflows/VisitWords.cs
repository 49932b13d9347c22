using Microsoft.Extensions.Localization;
using TitleWorkflow.Application.Workflows;
using TitleWorkflow.Web.Texts;
using TitleWorkflow.Web.WorkItems;

namespace TitleWorkflow.Web.Workflows;

/// <summary>When a case was at a step, in words: 10-24 15:20 至 10-25 09:03，通过.</summary>
internal sealed class VisitWords(IStringLocalizer texts, Formats formats)
{
    public string Of(Visit visit) => visit switch
    {
        { EndedAt: null } => texts["flows.visit.open", formats.Moment(visit.StartedAt)],
        { EndedAt: { } end } when end == visit.StartedAt => texts["flows.visit.at", formats.Moment(end), End(visit)],
        { EndedAt: { } end } => texts["flows.visit", formats.Moment(visit.StartedAt), formats.Moment(end), End(visit)],
    };

    private string End(Visit visit) => visit switch
    {
        { End: VisitEnd.Skipped } => texts["flows.step.skipped"],
        { End: VisitEnd.Cancelled } => texts["flows.step.cancelled"],
        { End: VisitEnd.Faulted } => texts["flows.step.faulted"],
        { Outcomes: [var outcome, ..] } => texts.Outcome(outcome),
        _ => texts["flows.step.done"],
    };
}
