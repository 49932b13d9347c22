using TitleWorkflow.Domain.Organisations;

namespace TitleWorkflow.Web.Workflows;

/// <summary>Who may look at instances, and who may decide on requests to intervene in them.</summary>
internal static class InstanceReaders
{
    /// <summary>Those who design, run and audit the product; what each may know of persons is the slice's affair.</summary>
    public static readonly Role[] Roles = [Role.Administrator, Role.ProcessDesigner, Role.Auditor];

    /// <summary>Those who may be the second person.</summary>
    public static readonly Role[] Deciders = [Role.Administrator, Role.Supervisor];

    /// <summary>Those who read requests to intervene.</summary>
    public static readonly Role[] OfInterventions = [.. Deciders, Role.Auditor];

    /// <summary>Those who may move a running case to another version.</summary>
    public static readonly Role[] Migrators = [Role.Administrator, Role.ProcessDesigner];
}
