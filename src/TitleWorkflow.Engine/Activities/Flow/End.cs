namespace TitleWorkflow.Engine.Activities;

/// <summary>Completes the flowchart around it; branches that are still open are cancelled.</summary>
[Activity("Elsa", "Flow", "The end of a flowchart.", IsTerminal = true)]
public sealed class End : CodeActivity;
