using TitleWorkflow.Application.Tests.Harness;
using TitleWorkflow.Domain.Organisations;

namespace TitleWorkflow.Application.Tests.Pipeline;

/// <summary>One town office with two officers: all that the pipeline's own tests need of a city.</summary>
internal static class Offices
{
    public static readonly OrganisationId TownId = OrganisationId.New();

    /// <summary>A fresh object each time, because each database tracks and versions its own.</summary>
    public static Organisation Town => new(TownId, OrganisationKind.Town, "鹭汀镇", parent: null);

    public static Sender Officer { get; } = new(PersonId.New(), "陶然");

    public static Sender Colleague { get; } = new(PersonId.New(), "卢疏影");
}
