using TitleWorkflow.Application.Assessments;
using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Domain.Assessments.Scoring;

namespace TitleWorkflow.Web.Pages.Assessments;

/// <summary>What is typed about a score: the applicant's entries, or the employer's findings on them.</summary>
public sealed class ScoreInput
{
    public List<EntryInput> Entries { get; set; } = [];

    public List<FindingInput> Findings { get; set; } = [];

    /// <summary>One thing claimed; without words it is not.</summary>
    public sealed class EntryInput
    {
        public string? Item { get; set; }

        public string? Fact { get; set; }

        public decimal? Quantity { get; set; }

        public int? Rank { get; set; }

        public string? Option { get; set; }

        public DateOnly? On { get; set; }
    }

    /// <summary>Whether the originals bear one entry out.</summary>
    public sealed class FindingInput
    {
        public bool? Confirmed { get; set; }

        public string? Reason { get; set; }
    }

    /// <summary>What is claimed; a line without words is left out.</summary>
    public IReadOnlyList<ScoreEntry> ToEntries() =>
    [
        .. Entries.Where(e => !string.IsNullOrWhiteSpace(e.Fact))
            .Select(e => new ScoreEntry(e.Item ?? "", e.Fact!.Trim(), e.Quantity ?? 1, e.Rank, e.Option, e.On)),
    ];

    /// <summary>An answer for every entry that was answered.</summary>
    public IReadOnlyList<ScoreFinding> ToFindings() =>
    [
        .. Findings.Select((f, i) => (f, i)).Where(x => x.f.Confirmed is not null)
            .Select(x => new ScoreFinding(x.i, x.f.Confirmed!.Value, x.f.Reason)),
    ];

    /// <summary>Lays the entries out by indicator, each with one empty line; keeps what was typed.</summary>
    internal void Prepare(GetScore.Result score)
    {
        var typed = Entries.Count > 0
            ? Entries.Where(e => !string.IsNullOrWhiteSpace(e.Fact)).ToList()
            : [.. score.Entries.Select(e => new EntryInput
            {
                Item = e.Item, Fact = e.Fact, Quantity = e.Quantity, Rank = e.Rank, Option = e.Option, On = e.On,
            })];
        Entries =
        [
            .. score.Standard.All().Where(i => i.Rule is not null)
                .SelectMany(i => typed.Where(e => e.Item == i.Key).Append(new EntryInput { Item = i.Key })),
        ];
        if (Findings.Count == 0)
        {
            Findings =
            [
                .. score.Entries.Select((_, i) => score.Findings.FirstOrDefault(f => f.Entry == i))
                    .Select(f => new FindingInput { Confirmed = f?.Confirmed, Reason = f?.Reason }),
            ];
        }
    }

    /// <summary>The lines of an indicator, with their places.</summary>
    internal IEnumerable<(int Place, EntryInput Entry)> Of(ScoreItem item) =>
        Entries.Select((e, i) => (i, e)).Where(e => e.e.Item == item.Key);
}
