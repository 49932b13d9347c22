namespace TitleWorkflow.Application;

/// <summary>Not there, or not the asker's to see: the answer is the same for both.</summary>
public sealed class NotFoundException(string what) : Exception($"{what} was not found.");
