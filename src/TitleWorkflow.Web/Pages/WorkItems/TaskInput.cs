using TitleWorkflow.Application.WorkItems;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.WorkItems;
using TitleWorkflow.Web.WorkItems;

namespace TitleWorkflow.Web.Pages.WorkItems;

/// <summary>What is typed on a task's page; every form uses a part of it.</summary>
public sealed class TaskInput : FieldsInput
{
    public string? Outcome { get; set; }

    public string? Comment { get; set; }

    public List<SectionInput> Sections { get; set; } = [];

    public List<string?> Items { get; set; } = [];

    public List<Guid> Experts { get; set; } = [];

    public List<ScoreInput> Scores { get; set; } = [];

    public string? DocumentNumber { get; set; }

    /// <summary>A section that may be sent back.</summary>
    public sealed class SectionInput
    {
        public string? Key { get; set; }

        public bool Chosen { get; set; }

        public string? Reason { get; set; }
    }

    /// <summary>Points for one indicator that has none below it.</summary>
    public sealed class ScoreInput
    {
        public string? Key { get; set; }

        public int? Points { get; set; }
    }

    /// <summary>The command; what belongs to an outcome not chosen stays behind.</summary>
    public CompleteWorkItem.Command For(Guid item) => new(new WorkItemId(item), Outcome ?? "", Comment)
    {
        Sections = Outcome == "Return"
            ? [.. Sections.Where(s => s.Chosen).Select(s => new ReturnedSection(s.Key ?? "", s.Reason ?? ""))]
            : null,
        Items = Outcome == "Supplement" ? [.. Items.OfType<string>()] : null,
        Experts = Experts.Count > 0 ? [.. Experts.Select(e => new PersonId(e))] : null,
        Scores = Scores.Count > 0
            ? Scores.Where(s => s is { Key: not null, Points: not null }).ToDictionary(s => s.Key!, s => s.Points!.Value)
            : null,
        DocumentNumber = DocumentNumber,
        Values = Fields.Count > 0 ? Values() : null,
    };

    /// <summary>Lays out what the form needs on a first visit; afterwards keeps what was typed.</summary>
    public void Prepare(TaskNeeds needs, IReadOnlyList<TaskField> fields)
    {
        Ask(fields);
        if (Sections.Count == 0)
        {
            Sections = [.. (needs.Sections ?? []).Select(s => new SectionInput { Key = s.Key })];
        }

        if (Items.Count == 0 && needs.SupplementWorkingDays is not null)
        {
            Items = [null, null, null];
        }

        if (Scores.Count == 0)
        {
            Scores =
            [
                .. (needs.Standard?.All() ?? []).Where(i => i.Items is not { Count: > 0 }).Select(i => new ScoreInput { Key = i.Key }),
            ];
        }

        DocumentNumber ??= needs.DocumentNumber;
    }
}
