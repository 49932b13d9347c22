namespace TitleWorkflow.Application;

/// <summary>What was asked for is not there, or not yours to see: the answer is the same for both.</summary>
public sealed class NotFoundException : Exception
{
    /// <summary>Says nothing about what was looked for.</summary>
    public NotFoundException()
        : base("Not found.")
    {
    }
}
