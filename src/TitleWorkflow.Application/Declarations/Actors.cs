using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;

namespace TitleWorkflow.Application.Declarations;

/// <summary>How history names who acts.</summary>
internal static class Actors
{
    /// <summary>An office, without a person's name.</summary>
    public static Actor Of(Organisation office) => new(office.Name, null);
}
