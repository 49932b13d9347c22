using TitleWorkflow.Engine.Activities;
using TitleWorkflow.Engine.Execution;

namespace TitleWorkflow.Web.Tests.Workflows.Paper;

/// <summary>A step that keeps its dossier on paper; the type names are those of the product.</summary>
internal abstract class PaperStep : Activity
{
    protected static PaperCase Case(ActivityExecutionContext context) => context.GetRequiredService<PaperCase>();

    // Where the real step would fail, for want of a word it can read, this one does.
    protected static string Word(string? word, params string[] known) =>
        word is not null && known.Contains(word) ? word : throw new InvalidOperationException($"'{word}' is none of {string.Join(", ", known)}.");
}

[Activity("TitleWorkflow", "Paper")]
[FlowNode(OutcomesFrom = nameof(Outcomes))]
internal sealed class HumanTask : PaperStep
{
    // Where nobody holds the role, nobody ever answers.
    private static readonly Dictionary<string, string[]> Offices = new()
    {
        ["EmployerHr"] = ["Employer"],
        ["Chairperson"] = ["Employer"],
        ["ResearchLead"] = ["Employer"],
        ["TownOfficer"] = ["Town"],
        ["DistrictOfficer"] = ["District"],
        ["CityOfficer"] = ["City"],
        ["ProvinceOfficer"] = ["City"],
        ["OrganisingOfficer"] = ["OrganisingUnit"],
        ["CommitteeOffice"] = ["Committee"],
        ["CommitteeDirector"] = ["Committee"],
        ["DeputyDirector"] = ["Committee"],
        ["GroupLeader"] = ["Committee"],
        ["Expert"] = ["Committee"],
    };

    private static readonly string[] Roles =
    [
        .. Offices.Keys, "Applicant", "Supervisor", "ServiceCommissioner", "Auditor", "ProcessDesigner", "Administrator",
    ];

    [Input] public Input<string> Role { get; set; } = new("");

    [Input] public Input<string> Scope { get; set; } = new("");

    [Input] public Input<string> Form { get; set; } = new("general");

    [Input] public Input<ICollection<string>> Outcomes { get; set; } = new(["Done"]);

    [Input] public Input<int> DueWorkingDays { get; set; } = new(0);

    protected override void Execute(ActivityExecutionContext context)
    {
        var scope = Word(context.Get(Scope), "Applicant", "Employer", "Town", "District", "City", "OrganisingUnit", "Committee");
        var role = Word(context.Get(Role), Roles);
        if (scope != "Applicant" && Offices.TryGetValue(role, out var offices) && !offices.Contains(scope))
        {
            context.CreateBookmark(new CreateBookmarkArgs { BookmarkName = PaperRun.Nobody, Callback = OnAnswered });
            return;
        }

        Case(context).Asked(role, scope, context.Get(Form)!);
        context.CreateBookmark(OnAnswered);
    }

    private ValueTask OnAnswered(ActivityExecutionContext context)
    {
        var offered = context.Get(Outcomes)!.ToList();
        var chance = Case(context).Chance;
        var outcome = offered[chance.Next(10) < 7 ? 0 : chance.Next(offered.Count)];
        Case(context).Answered(context.Get(Role)!, context.Get(Form)!, outcome);
        return context.CompleteActivityWithOutcomesAsync(outcome);
    }
}

[Activity("TitleWorkflow", "Paper")]
[FlowNode("Clear")]
internal sealed class AwaitPublicity : PaperStep
{
    [Input] public Input<string> Kind { get; set; } = new("Result");

    [Input] public Input<int> Days { get; set; } = new(0);

    protected override void Execute(ActivityExecutionContext context)
    {
        var isEmployers = Word(context.Get(Kind), "Employer", "Result") == "Employer";
        Case(context).Post(isEmployers);
        var clock = Case(context).Clock;
        var last = clock.LastOf(context.Get(Days) is > 0 and < 1000 and var days ? days : 5);
        context.SetProperty("Posted", clock.Today.DayNumber);
        context.SetProperty("Last", last.DayNumber);
        context.SetProperty("Employer", isEmployers);
        context.CreateBookmark(new CreateBookmarkArgs { DueAt = PaperClock.EndOf(last), Callback = OnOver });
    }

    private ValueTask OnOver(ActivityExecutionContext context)
    {
        Case(context).PostingEnds(
            context.GetProperty<bool>("Employer"),
            DateOnly.FromDayNumber(context.GetProperty<int>("Posted")),
            DateOnly.FromDayNumber(context.GetProperty<int>("Last")));
        return context.CompleteActivityWithOutcomesAsync("Clear");
    }
}

[Activity("TitleWorkflow", "Paper")]
internal sealed class AcceptDeclaration : CodeActivity
{
    protected override void Execute(ActivityExecutionContext context) => context.GetRequiredService<PaperCase>().Accept();
}

[Activity("TitleWorkflow", "Paper")]
[FlowNode("Signed")]
internal sealed class AwaitNomination : PaperStep
{
    protected override void Execute(ActivityExecutionContext context) => context.CreateBookmark(OnSigned);

    private static ValueTask OnSigned(ActivityExecutionContext context) => context.CompleteActivityWithOutcomesAsync("Signed");
}

[Activity("TitleWorkflow", "Paper")]
[FlowNode("Reopened")]
internal sealed class AwaitReopening : PaperStep
{
    protected override void Execute(ActivityExecutionContext context) => context.CreateBookmark(OnReopened);

    private ValueTask OnReopened(ActivityExecutionContext context)
    {
        Case(context).Reopened();
        return context.CompleteActivityWithOutcomesAsync("Reopened");
    }
}

[Activity("TitleWorkflow", "Paper")]
[FlowNode("Supplied", "Lapsed")]
internal sealed class AwaitSupplement : PaperStep
{
    protected override void Execute(ActivityExecutionContext context)
    {
        if (!Case(context).HasNotice)
        {
            throw new InvalidOperationException("There is no notice to answer.");
        }

        context.CreateBookmark(OnAnswered);
    }

    private ValueTask OnAnswered(ActivityExecutionContext context)
    {
        var inTime = Case(context).Chance.Next(4) > 0;
        Case(context).Supplied(inTime);
        return context.CompleteActivityWithOutcomesAsync(inTime ? "Supplied" : "Lapsed");
    }
}

[Activity("TitleWorkflow", "Paper")]
[FlowNode("Done")]
internal sealed class ReviewInGroup : PaperStep
{
    protected override void Execute(ActivityExecutionContext context)
    {
        context.SetProperty("Experts", Case(context).Experts);
        context.CreateBookmark(OnWritten);
    }

    private ValueTask OnWritten(ActivityExecutionContext context)
    {
        Case(context).Opinions(context.GetProperty<int>("Experts"));
        return context.CompleteActivityWithOutcomesAsync("Done");
    }
}

[Activity("TitleWorkflow", "Paper")]
[FlowNode("Passed", "NotPassed", "OverCap")]
internal sealed class HoldBallot : PaperStep
{
    protected override void Execute(ActivityExecutionContext context) => context.CreateBookmark(OnMeeting);

    private ValueTask OnMeeting(ActivityExecutionContext context)
    {
        if (!Case(context).Vote(out var passed))
        {
            context.CreateBookmark(OnMeeting);
            return ValueTask.CompletedTask;
        }

        return context.CompleteActivityWithOutcomesAsync(passed ? "Passed" : "NotPassed");
    }
}

[Activity("TitleWorkflow", "Paper")]
[FlowNode("Signed")]
internal sealed class AwaitSignature : PaperStep
{
    protected override void Execute(ActivityExecutionContext context) => context.CreateBookmark(OnSigned);

    private ValueTask OnSigned(ActivityExecutionContext context)
    {
        Case(context).Sign();
        return context.CompleteActivityWithOutcomesAsync("Signed");
    }
}

[Activity("TitleWorkflow", "Paper")]
internal sealed class NotifyResult : CodeActivity
{
    protected override void Execute(ActivityExecutionContext context) => context.GetRequiredService<PaperCase>().Told();
}

[Activity("TitleWorkflow", "Paper")]
internal sealed class IssueCertificate : CodeActivity
{
    protected override void Execute(ActivityExecutionContext context) => context.GetRequiredService<PaperCase>().Certify();
}
