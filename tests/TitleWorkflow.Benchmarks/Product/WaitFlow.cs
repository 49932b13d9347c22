namespace TitleWorkflow.Benchmarks.Product;

/// <summary>A flow that waits for an hour and ends.</summary>
internal static class WaitFlow
{
    public const string DefinitionId = "one-wait";

    public const string Json = """
        {
          "$schema": "https://elsaworkflows.io/schemas/workflow-definition/v3.0.0/schema.json",
          "id": "one-wait-1", "definitionId": "one-wait", "name": "等待", "version": 1,
          "root": {
            "id": "chart", "type": "Elsa.Flowchart", "version": 1,
            "activities": [
              { "id": "start", "type": "Elsa.Start" },
              {
                "id": "wait", "type": "Elsa.Delay", "version": 1,
                "timeSpan": { "typeName": "TimeSpan", "expression": { "type": "Literal", "value": "01:00:00" } }
              }
            ],
            "connections": [{ "source": { "activity": "start", "port": "Done" }, "target": { "activity": "wait", "port": "In" } }]
          }
        }
        """;
}
