using TitleWorkflow.Application.Assessments;
using TitleWorkflow.Domain.Assessments.Assigning;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.WorkItems;

namespace TitleWorkflow.Web.Pages.Assessments;

/// <summary>What the office goes by and changes on the page of an assignment.</summary>
public sealed class AssignmentInput
{
    /// <summary>Readers of a dossier unless the office says otherwise.</summary>
    public const int Usual = 3;

    public int? Readers { get; set; }

    public int? MostEach { get; set; }

    public bool OnePerOrganisation { get; set; }

    public string? Seed { get; set; }

    public List<Guid> Items { get; set; } = [];

    public List<RowInput> Rows { get; set; } = [];

    internal AssignmentPolicy? Policy =>
        Readers is { } readers ? new AssignmentPolicy(readers, MostEach, OnePerOrganisation, Seed ?? "") : null;

    internal IReadOnlyList<ApplyAssignment.Row> ToRows() =>
    [
        .. Rows.Select(r => new ApplyAssignment.Row(
            new WorkItemId(r.Item), [.. r.Readers.OfType<Guid>().Select(p => new PersonId(p))],
            string.IsNullOrWhiteSpace(r.Reason) ? null : r.Reason.Trim())),
    ];

    /// <summary>The readers of one dossier.</summary>
    public sealed class RowInput
    {
        public Guid Item { get; set; }

        public List<Guid?> Readers { get; set; } = [];

        public string? Reason { get; set; }
    }
}
