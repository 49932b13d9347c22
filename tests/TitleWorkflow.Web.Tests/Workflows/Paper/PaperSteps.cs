using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Engine.Activities;
using TitleWorkflow.Engine.Execution;

namespace TitleWorkflow.Web.Tests.Workflows.Paper;

/// <summary>A step that keeps its dossier on paper; the type names are those of the product.</summary>
internal abstract class PaperStep : Activity
{
    /// <summary>What the step does in the product's domain, if the dossier is kept there too.</summary>
    protected static void InDomain(ActivityExecutionContext context, Action<Declaration, Actor, DateTimeOffset> act) =>
        Case(context).Domain?.Step(act);

    /// <summary>The case takes a status there.</summary>
    protected static void Enter(ActivityExecutionContext context, DeclarationStatus status) =>
        InDomain(context, (declaration, _, now) => declaration.Enter(status, declaration.Stage, null, null, now));

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
        ["ProvinceOfficer"] = ["Province"],
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

    [Input] public Input<string> Status { get; set; } = new("");

    protected override void Execute(ActivityExecutionContext context)
    {
        var scope = Word(context.Get(Scope), "Applicant", "Employer", "Town", "District", "City", "Province", "OrganisingUnit", "Committee");
        var role = Word(context.Get(Role), Roles);
        if (scope != "Applicant" && Offices.TryGetValue(role, out var offices) && !offices.Contains(scope))
        {
            context.CreateBookmark(new CreateBookmarkArgs { BookmarkName = PaperRun.Nobody, Callback = OnAnswered });
            return;
        }

        if (context.Get(Status) is { Length: > 0 } status)
        {
            Enter(context, Enum.Parse<DeclarationStatus>(status));
        }

        Case(context).Asked(role, scope, context.Get(Form)!);
        context.CreateBookmark(OnAnswered);
    }

    private ValueTask OnAnswered(ActivityExecutionContext context)
    {
        var offered = context.Get(Outcomes)!.ToList();
        var chance = Case(context).Chance;
        var outcome = offered[chance.Next(10) < 7 ? 0 : chance.Next(offered.Count)];
        if (!Case(context).Answered(context.Get(Role)!, context.Get(Form)!, outcome))
        {
            context.CreateBookmark(OnAnswered);
            return ValueTask.CompletedTask;
        }

        return context.CompleteActivityWithOutcomesAsync(outcome);
    }
}

[Activity("TitleWorkflow", "Paper")]
[FlowNode("Clear", "Withdrawn")]
internal sealed class AwaitPublicity : PaperStep
{
    [Input] public Input<string> Kind { get; set; } = new("Result");

    [Input] public Input<int> Days { get; set; } = new(0);

    protected override void Execute(ActivityExecutionContext context)
    {
        var isEmployers = Word(context.Get(Kind), "Employer", "Result") == "Employer";
        Enter(context, isEmployers ? DeclarationStatus.EmployerPublicity : DeclarationStatus.ResultPublicity);
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
        var lastDay = DateOnly.FromDayNumber(context.GetProperty<int>("Last"));
        var isEmployers = context.GetProperty<bool>("Employer");
        InDomain(context, (declaration, _, now) =>
        {
            if (isEmployers)
            {
                declaration.ClearEmployerPublicity(lastDay, now);
            }
            else
            {
                declaration.ClearResultPublicity(lastDay, now);
            }
        });
        Case(context).PostingEnds(
            isEmployers, DateOnly.FromDayNumber(context.GetProperty<int>("Posted")), lastDay);
        return context.CompleteActivityWithOutcomesAsync("Clear");
    }
}

[Activity("TitleWorkflow", "Paper")]
internal sealed class AcceptDeclaration : PaperStep
{
    protected override ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        InDomain(context, (declaration, by, now) => declaration.Accept(by, now));
        Enter(context, DeclarationStatus.Accepted);
        Case(context).Accept();
        return context.CompleteActivityAsync();
    }
}

[Activity("TitleWorkflow", "Paper")]
[FlowNode("Signed")]
internal sealed class AwaitNomination : PaperStep
{
    protected override void Execute(ActivityExecutionContext context) => context.CreateBookmark(OnSigned);

    private static ValueTask OnSigned(ActivityExecutionContext context) => context.CompleteActivityWithOutcomesAsync("Signed");
}

[Activity("TitleWorkflow", "Paper")]
[FlowNode("Shown")]
internal sealed class AwaitOpenDisplay : PaperStep
{
    protected override void Execute(ActivityExecutionContext context)
    {
        Enter(context, DeclarationStatus.EmployerChecking);
        context.CreateBookmark(OnShown);
    }

    private static ValueTask OnShown(ActivityExecutionContext context) => context.CompleteActivityWithOutcomesAsync("Shown");
}

[Activity("TitleWorkflow", "Paper")]
[FlowNode("Reopened")]
internal sealed class AwaitReopening : PaperStep
{
    protected override void Execute(ActivityExecutionContext context) => context.CreateBookmark(OnReopened);

    private ValueTask OnReopened(ActivityExecutionContext context)
    {
        InDomain(context, (declaration, by, now) => declaration.OverturnLapse("邮路中断", by, now));
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

        Enter(context, DeclarationStatus.SupplementPending);
        context.CreateBookmark(OnAnswered);
    }

    private ValueTask OnAnswered(ActivityExecutionContext context)
    {
        var inTime = Case(context).Chance.Next(4) > 0;
        if (!inTime)
        {
            InDomain(context, (declaration, _, now) => declaration.Lapse(now));
        }

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
        Enter(context, DeclarationStatus.UnderGroupReview);
        context.SetProperty("Experts", Case(context).Experts);
        context.CreateBookmark(OnWritten);
    }

    private ValueTask OnWritten(ActivityExecutionContext context)
    {
        var experts = context.GetProperty<int>("Experts");
        InDomain(context, (declaration, by, now) => declaration.CompleteGroupReview(experts, by, now));
        Case(context).Opinions(experts);
        return context.CompleteActivityWithOutcomesAsync("Done");
    }
}

[Activity("TitleWorkflow", "Paper")]
[FlowNode("Passed", "NotPassed", "OverCap")]
internal sealed class HoldBallot : PaperStep
{
    protected override void Execute(ActivityExecutionContext context)
    {
        Enter(context, DeclarationStatus.AwaitingMeeting);
        context.CreateBookmark(OnMeeting);
    }

    private ValueTask OnMeeting(ActivityExecutionContext context)
    {
        if (!Case(context).Vote(out var passed))
        {
            context.CreateBookmark(OnMeeting);
            return ValueTask.CompletedTask;
        }

        var result = passed ? AssessmentResult.Passed : AssessmentResult.NotPassed;
        InDomain(context, (declaration, by, now) =>
            declaration.RecordResult(result, DateOnly.FromDateTime(now.DateTime), by, now));
        return context.CompleteActivityWithOutcomesAsync($"{result}");
    }
}

[Activity("TitleWorkflow", "Paper")]
[FlowNode("Signed")]
internal sealed class AwaitSignature : PaperStep
{
    protected override void Execute(ActivityExecutionContext context)
    {
        Enter(context, DeclarationStatus.Voted);
        context.CreateBookmark(OnSigned);
    }

    private ValueTask OnSigned(ActivityExecutionContext context)
    {
        InDomain(context, (declaration, by, now) => declaration.SignResult(by, now));
        Case(context).Sign();
        return context.CompleteActivityWithOutcomesAsync("Signed");
    }
}

[Activity("TitleWorkflow", "Paper")]
internal sealed class NotifyResult : PaperStep
{
    protected override ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        InDomain(context, (declaration, _, now) => declaration.NotifyResult(now));
        Case(context).Told();
        return context.CompleteActivityAsync();
    }
}

[Activity("TitleWorkflow", "Paper")]
[FlowNode("Final", "Upheld")]
internal sealed class AwaitReexamination : PaperStep
{
    protected override void Execute(ActivityExecutionContext context) => context.CreateBookmark(OnFound);

    private ValueTask OnFound(ActivityExecutionContext context)
    {
        if (Case(context).Chance.Next(3) > 0)
        {
            return context.CompleteActivityWithOutcomesAsync("Final");
        }

        InDomain(context, (declaration, by, now) => declaration.Reassess("应当回避而未回避", by, now));
        Case(context).SetAside();
        return context.CompleteActivityWithOutcomesAsync("Upheld");
    }
}

[Activity("TitleWorkflow", "Paper")]
internal sealed class IssueCertificate : PaperStep
{
    protected override ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        Enter(context, DeclarationStatus.Filed);
        InDomain(context, (declaration, by, now) => declaration.Certify("QT20260001", by, now));
        Case(context).Certify();
        return context.CompleteActivityAsync();
    }
}

[Activity("TitleWorkflow", "Paper")]
internal sealed class SendNotice : CodeActivity;

[Activity("TitleWorkflow", "Paper")]
internal sealed class SetStage : PaperStep
{
    protected override ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        InDomain(context, (declaration, _, now) => declaration.Enter(declaration.Status, declaration.Stage, null, null, now));
        return context.CompleteActivityAsync();
    }
}
