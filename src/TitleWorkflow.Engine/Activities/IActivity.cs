using System.Text.Json.Nodes;

namespace TitleWorkflow.Engine.Activities;

/// <summary>What every step is known by; the type of a property that holds an embedded step.</summary>
/// <remarks>Only <see cref="Activity"/> implements it: a step without that class behind it cannot be scheduled.</remarks>
public interface IActivity
{
    /// <summary>The id in the document, unique within its workflow.</summary>
    string Id { get; set; }

    /// <summary>The path of ids from the root, joined with colons.</summary>
    string NodeId { get; }

    /// <summary>The name scripts use; null if the document gives none.</summary>
    string? Name { get; set; }

    /// <summary>The type name in documents.</summary>
    string Type { get; set; }

    /// <summary>The version of the type.</summary>
    int Version { get; set; }

    /// <summary>Whether the workflow may begin here.</summary>
    bool CanStartWorkflow { get; set; }

    /// <summary>Kept for documents; this engine runs every step inside its burst.</summary>
    bool RunAsynchronously { get; set; }

    /// <summary>The document's custom properties.</summary>
    JsonObject CustomProperties { get; set; }

    /// <summary>The designer's data: display text, position.</summary>
    JsonObject Metadata { get; set; }
}
