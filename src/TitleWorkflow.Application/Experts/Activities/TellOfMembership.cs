using TitleWorkflow.Application.Workflows;
using TitleWorkflow.Domain.Instances;
using TitleWorkflow.Engine.Activities;
using TitleWorkflow.Engine.Execution;

namespace TitleWorkflow.Application.Experts.Activities;

/// <summary>Tells the person, the committee office or the unit something about a membership, and goes on.</summary>
[Activity("TitleWorkflow", "专家", "通知本人、评委会办公室或组建单位，然后继续。", DisplayName = "通知专家库相关方")]
[Statutory(StatutoryAct.None)]
public sealed class TellOfMembership : CodeActivity
{
    /// <summary>Member, Office or Unit.</summary>
    [Input(DisplayName = "通知对象", Options = [nameof(MembershipParty.Member), nameof(MembershipParty.Office), nameof(MembershipParty.Unit)])]
    public Input<string> Party { get; set; } = new(nameof(MembershipParty.Member));

    /// <summary>What is said, as people will read it; it names nobody.</summary>
    [Input(DisplayName = "通知内容", UIHint = "multiline")] public Input<string> Text { get; set; } = new("");

    /// <summary>What is said to English readers; empty for the same.</summary>
    [Input(DisplayName = "英文内容", UIHint = "multiline")] public Input<string> EnglishText { get; set; } = new("");

    /// <inheritdoc />
    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var ct = context.CancellationToken;
        if (await context.GetRequiredService<ExpertCase>().FindAsync(context, ct) is not { } expert)
        {
            return;
        }

        // The fourth value is what English pages show for the first.
        var text = context.Get(Text)!;
        await context.GetRequiredService<MembershipDesk>().TellAsync(
            Enum.Parse<MembershipParty>(context.Get(Party)!), expert, "notice.expert-flow", ct,
            text, "", "", context.Get(EnglishText) is { Length: > 0 } english ? english : text);
    }
}
