using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TitleWorkflow.Domain.Experts;

/// <summary>
/// Everything needed to repeat a draw elsewhere, by id and without a name. Each member is either an input of the draw or
/// follows from the inputs; what is neither, such as times and the witness, goes into <see cref="Digest"/>, which the audit
/// log keeps.
/// </summary>
/// <param name="Algorithm">Name and version of the algorithm.</param>
/// <param name="Subject">The plan drawn for.</param>
/// <param name="Committee">The committee.</param>
/// <param name="MeetingOn">Day of the meeting, <c>yyyy-MM-dd</c>.</param>
/// <param name="Round">Round, from 1.</param>
/// <param name="Reason">Why a further round was needed; null in the first.</param>
/// <param name="FrozenAt">When pool and policy were frozen, UTC to the second.</param>
/// <param name="Policy">The policy.</param>
/// <param name="PolicyHash">Its hash.</param>
/// <param name="Exclusions">How many each filter removed.</param>
/// <param name="Pool">Who could be drawn.</param>
/// <param name="PoolHash">Hash of pool and exclusions.</param>
/// <param name="Inputs">The inputs.</param>
/// <param name="Seed">The seed.</param>
/// <param name="Walk">Everybody who came up.</param>
/// <param name="Members">Members, in order.</param>
/// <param name="Alternates">Alternates, in order.</param>
/// <param name="Witness">Who witnessed it.</param>
/// <param name="DrawnAt">When it was drawn, UTC to the second.</param>
/// <param name="Digest">
/// SHA-256 over the text <c>TitleWorkflow.DrawRecord/1</c>, the seed (32 bytes), the committee's id, and the texts of the
/// meeting's day, of <paramref name="FrozenAt"/> and of <paramref name="DrawnAt"/>, then the witness's id, all as
/// <see cref="DrawAlgorithm"/> writes them.
/// </param>
public sealed record DrawRecord(
    string Algorithm,
    Guid Subject,
    Guid Committee,
    string MeetingOn,
    int Round,
    string? Reason,
    string FrozenAt,
    DrawPolicy Policy,
    string PolicyHash,
    IReadOnlyList<DrawExclusion> Exclusions,
    IReadOnlyList<DrawRecord.Candidate> Pool,
    string PoolHash,
    IReadOnlyList<DrawInput> Inputs,
    string Seed,
    IReadOnlyList<DrawRecord.Step> Walk,
    IReadOnlyList<Guid> Members,
    IReadOnlyList<Guid> Alternates,
    Guid Witness,
    string DrawnAt,
    string Digest)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <param name="Expert">Who.</param>
    /// <param name="FromEnterprise">Nominated by an enterprise.</param>
    /// <param name="Outside">Works outside the organising unit.</param>
    /// <param name="Employer">The employer's key.</param>
    public sealed record Candidate(Guid Expert, bool FromEnterprise, bool Outside, string Employer);

    /// <param name="Expert">Who came up.</param>
    /// <param name="Kind">What became of it.</param>
    public sealed record Step(Guid Expert, DrawStepKind Kind);

    /// <summary>The record of a draw that has been drawn.</summary>
    /// <exception cref="RuleBrokenException">It has not been drawn yet.</exception>
    public static DrawRecord Of(ExpertDraw draw)
    {
        DrawRules.DrawnFirst.Require(draw.DrawnAt is not null);
        var (frozenAt, drawnAt) = (Instant(draw.FrozenAt), Instant(draw.DrawnAt!.Value));
        var meetingOn = draw.MeetingOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var witness = draw.Witness!.Value.Value;
        return new DrawRecord(
            DrawAlgorithm.Version, draw.Plan.Value, draw.Committee.Value, meetingOn, draw.Round, draw.Reason, frozenAt,
            draw.Policy, draw.PolicyHash, draw.Exclusions,
            [.. draw.Candidates.Select(c => new Candidate(c.Expert.Value, c.FromEnterprise, c.Outside, c.Employer))],
            draw.PoolHash, draw.Inputs, draw.Seed!,
            [.. draw.Walk.Select(s => new Step(s.Expert.Value, s.Kind))],
            Of(draw, DrawStepKind.Member), Of(draw, DrawStepKind.Alternate), witness, drawnAt,
            new CanonicalBytes().Text("TitleWorkflow.DrawRecord/1").Raw(Convert.FromHexString(draw.Seed!))
                .Id(draw.Committee.Value).Text(meetingOn).Text(frozenAt).Text(drawnAt).Id(witness).Hash());
    }

    /// <summary>The record as JSON, on one line.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Options);

    private static List<Guid> Of(ExpertDraw draw, DrawStepKind kind) =>
        [.. draw.Walk.Where(s => s.Kind == kind).Select(s => s.Expert.Value)];

    private static string Instant(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
