using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace TitleWorkflow.Domain.Assessments;

/// <summary>
/// What the minutes (会议纪要) of a meeting rest on, as one text that is the same on every machine: attendance, agenda, recusals,
/// votes, run-offs and the sheets the members had before them. Written texts stand in it as their SHA-256; instants are cut to
/// seconds. Minutes are archived (Interim Provisions on Title Review, art. 23).
/// </summary>
internal static class MinutesSeal
{
    /// <summary>SHA-256 of the text, lower-case hex.</summary>
    public static string Of(
        CommitteeMeeting meeting,
        IReadOnlyList<MeetingCase> cases,
        IReadOnlyList<RunOff> runOffs,
        IReadOnlyList<ScoreSheet> sheets) => Digest(string.Join('\n', Lines(meeting, cases, runOffs, sheets)));

    private static IEnumerable<string> Lines(
        CommitteeMeeting meeting,
        IReadOnlyList<MeetingCase> cases,
        IReadOnlyList<RunOff> runOffs,
        IReadOnlyList<ScoreSheet> sheets) =>
    [
        $"meeting|{meeting.Id}|{meeting.Committee}|{meeting.HeldOn:yyyy-MM-dd}|{Digest(meeting.Place)}|{meeting.Presiding}",
        $"times|{Instant(meeting.OpenedAt)}|{Instant(meeting.ClosedAt)}|{Instant(meeting.SignedAt)}",
        .. meeting.Seats.Select(s => $"seat|{s.Person}|{s.Position}|{s.Present}|{Instant(s.SignedInAt)}"),
        .. cases.OrderBy(c => c.Position).SelectMany(Lines),
        .. runOffs.OrderBy(r => r.Id.Value).Select(r => $"run-off|{r.Line()}"),
        .. sheets.OrderBy(s => s.Id).Select(s => $"sheet|{s.Id}|{s.Expert}|{s.Round}|{s.Total}|{Digest(s.Opinion)}"),
    ];

    private static IEnumerable<string> Lines(MeetingCase @case) =>
    [
        $"case|{@case.Declaration}|{@case.Position}|{@case.Status}|{@case.Result}",
        $"count|{@case.Tally?.Yes}|{@case.Tally?.No}|{@case.Tally?.Abstain}|{@case.Tally?.Invalid}",
        .. @case.Recusals.Select(r => $"recused|{r.Person}|{Digest(r.Reason)}"),
        .. @case.Voters.Select(v => $"voter|{v}"),
    ];

    private static string? Instant(DateTimeOffset? at) =>
        at?.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
