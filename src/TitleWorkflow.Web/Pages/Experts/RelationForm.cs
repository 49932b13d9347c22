using TitleWorkflow.Application.Experts;
using TitleWorkflow.Domain.Experts;
using TitleWorkflow.Domain.Organisations;

namespace TitleWorkflow.Web.Pages.Experts;

/// <summary>What the form of a relation holds.</summary>
public sealed class RelationForm
{
    public RelationKind? Kind { get; set; }

    public string? OtherName { get; set; }

    public string? OtherIdNumber { get; set; }

    public DateOnly? Until { get; set; }

    /// <summary>The command; <paramref name="expert"/> null for one's own relation.</summary>
    internal DeclareRelation.Command Of(PersonId? expert) =>
        new(expert, Kind ?? (RelationKind)(-1), OtherName ?? "", OtherIdNumber, Until);
}
