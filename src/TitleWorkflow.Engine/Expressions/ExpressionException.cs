namespace TitleWorkflow.Engine.Expressions;

/// <summary>An expression in a document could not be evaluated; the activity that needs it faults.</summary>
public sealed class ExpressionException : Exception
{
    /// <summary>Says what is wrong, for the designer of the flow.</summary>
    public ExpressionException(string message)
        : base(message)
    {
    }

    /// <summary>Says what is wrong, and why.</summary>
    public ExpressionException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
