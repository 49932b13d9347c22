using System.Text.Json.Nodes;

namespace TitleWorkflow.Web.Tests.OpenApi;

/// <summary>An answer that can be read only as far as the document describes it.</summary>
internal sealed class Reply(JsonNode? value, ApiSchema schema)
{
    public Reply this[string name] => new(Value[name], schema.Property(name));

    public bool IsNull => value is null;

    public IReadOnlyList<Reply> Items
    {
        get
        {
            var described = schema.Items;
            return [.. Value.AsArray().Select(item => new Reply(item, described))];
        }
    }

    public bool IsTrue => Value.GetValue<bool>();

    private JsonNode Value => value ?? throw new KeyNotFoundException("There is nothing here.");

    public override string ToString() => Value.ToString();
}
