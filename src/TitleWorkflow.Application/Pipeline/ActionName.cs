namespace TitleWorkflow.Application.Pipeline;

/// <summary>The name of a use case in audit log and answers: stage and slice, such as <c>Declarations.SubmitDeclaration</c>.</summary>
internal static class ActionName
{
    public static string Of(Type command)
    {
        var slice = command.DeclaringType ?? command;
        return $"{slice.Namespace!.Split('.')[^1]}.{slice.Name}";
    }
}
