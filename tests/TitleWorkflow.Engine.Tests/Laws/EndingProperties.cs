using TitleWorkflow.Engine.State;

namespace TitleWorkflow.Engine.Tests.Laws;

[Trait("Semantics", "3")]
public sealed class EndingProperties
{
    [Fact]
    public void Every_flow_ends_or_says_why_it_is_stuck() =>
        Law.Holds(Drawings.InBothModes, drawing =>
        {
            var instance = Course.Run(drawing).Instance();

            Assert.Empty(instance.Bookmarks);

            if (instance.SubStatus == WorkflowSubStatus.Suspended)
            {
                // Counting visits never leaves anybody waiting: what is not taken is skipped.
                Assert.Equal(FlowchartMode.Token, drawing.Plan.Mode);
                var incident = Assert.Single(instance.Incidents, incident => incident.IsOpen);
                Assert.Equal(IncidentKind.Stuck, incident.Kind);
                Assert.Contains("'n", incident.Message, StringComparison.Ordinal);
            }
            else
            {
                Assert.Equal(WorkflowSubStatus.Finished, instance.SubStatus);
                Assert.Empty(instance.ActiveActivities());
                Assert.DoesNotContain(instance.Incidents, incident => incident.IsOpen);
            }
        });
}
