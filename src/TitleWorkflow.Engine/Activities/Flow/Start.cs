namespace TitleWorkflow.Engine.Activities;

/// <summary>Marks where a flowchart begins.</summary>
[Activity("Elsa", "Flow", "The beginning of a flowchart.", IsStart = true)]
public sealed class Start : CodeActivity;
