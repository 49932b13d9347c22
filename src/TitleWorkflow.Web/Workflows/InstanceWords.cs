using Microsoft.Extensions.Localization;
using TitleWorkflow.Application.Instances;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Application.Workflows;
using TitleWorkflow.Engine.State;
using TitleWorkflow.Web.Texts;
using TitleWorkflow.Web.WorkItems;

namespace TitleWorkflow.Web.Workflows;

/// <summary>What an instance does, waits for and suffers from, in the language of the request.</summary>
internal sealed class InstanceWords(IStringLocalizer texts, Formats formats)
{
    /// <summary>Whether somebody finds a list of requests to intervene.</summary>
    public static bool ReadsInterventions(ICurrentUser user) => InstanceReaders.OfInterventions.Any(user.Has);

    /// <summary>A step's name.</summary>
    public string Name(StepName step) => formats.Name(step.Text, step.English);

    /// <summary>镇街审核（城关镇）, 办理期限 10-28; 公示至 10-19 24:00; 事件 Receipt.</summary>
    public string Wait(GetInstance.Wait wait) => wait.Kind switch
    {
        GetInstance.WaitKind.Task when wait.Role is null => texts["instances.wait.task.gone"],
        GetInstance.WaitKind.Task => wait.Office is { } office
            ? texts["instances.wait.task.at", Role(wait), formats.Name(office, wait.EnglishOffice)]
            : texts["instances.wait.task", Role(wait)],
        GetInstance.WaitKind.Time => texts["instances.wait.time", formats.Moment(wait.DueAt!.Value)],
        GetInstance.WaitKind.Ballot => texts["instances.wait.ballot"],
        GetInstance.WaitKind.Reopening => texts["instances.wait.reopening"],
        GetInstance.WaitKind.Membership => texts["instances.wait.membership"],
        GetInstance.WaitKind.Event => texts["instances.wait.event", wait.Name ?? ""],
        GetInstance.WaitKind.Child => texts["instances.wait.child", wait.Name ?? ""],
        _ => texts["instances.wait.other", wait.Name ?? ""],
    };

    /// <summary>Why a step waits for what can never come.</summary>
    public string Vain(GetInstance.VainStep vain) => vain.Cause switch
    {
        VainWaitCause.Join when vain.Missing.Count > 0 => texts[
            "instances.vain.join", Name(vain.Step), string.Join(texts["instances.comma"], vain.Missing.Select(Name))],
        VainWaitCause.Join => texts["instances.vain.merge", Name(vain.Step)],
        VainWaitCause.Precondition => texts["instances.vain.precondition", Name(vain.Step)],
        _ => texts["instances.vain.bookmark", Name(vain.Step)],
    };

    /// <summary>开始, 完成（通过）; an event a step has made up says itself.</summary>
    public string Event(ListJournal.Line line)
    {
        var known = texts["instances.event." + line.Event.Replace(' ', '-').ToLowerInvariant()];
        var word = known.ResourceNotFound ? line.Event : known.Value;
        return line.Outcomes.Count == 0
            ? word
            : texts["instances.event.outcome", word, string.Join(texts["instances.comma"], line.Outcomes.Select(o => texts.Outcome(o)))];
    }

    /// <summary>Who is behind a line; null for the product itself.</summary>
    public string? Author(ListJournal.Line line) => line.Author switch
    {
        ListJournal.Author.Clock => texts["instances.author.clock"],
        ListJournal.Author.Assessor => texts["instances.author.assessor"],
        ListJournal.Author.Pool => texts["instances.author.pool"],
        ListJournal.Author.Person => line.Person ?? texts["instances.author.person"],
        _ => null,
    };

    private string Role(GetInstance.Wait wait) => texts["shell.role." + wait.Role];
}
