using System.Data.Common;
using System.Globalization;

namespace TitleWorkflow.CrashDrill;

/// <summary>Holds the database, after the drill, against what the road must have left there.</summary>
internal static class Inspection
{
    private const int Patience = 600;

    private static readonly Dictionary<string, int> TasksPerDeclaration = new()
    {
        ["declare"] = 1,
        ["employerCheck"] = 1,
        ["recommend"] = 1,
        ["town"] = 1,
        ["district"] = 1,
        ["city"] = 1,
        ["eligibility"] = 1,
        ["assignGroup"] = 1,
        ["groupReview"] = 3,
        ["signPassed"] = 1,
        ["postResult"] = 1,
        ["confirm"] = 1,
    };

    public static async Task HoldAsync(DrillDatabase database, int declarations, List<string> defects, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        await AwaitOutboxAsync(connection, ct);
        var n = Text(declarations);
        await ExpectAsync("SELECT COUNT(*) FROM \"Declarations\"", n);
        await ExpectAsync("SELECT COUNT(*) FROM \"Declarations\" WHERE \"Status\" <> 'CertificateIssued'", "0");

        // Nothing is stuck: every flow has reached its end.
        await ExpectAsync("SELECT COUNT(*) FROM \"WorkflowInstances\" WHERE \"Incidents\" > 0 OR \"SubStatus\" <> 'Finished'", "0");
        await ExpectAsync("SELECT COUNT(*) FROM \"WorkflowBookmarks\"", "0");
        await ExpectAsync("SELECT COUNT(*) FROM \"WorkItems\" WHERE \"Status\" = 'Open'", "0");
        await ExpectAsync("SELECT COUNT(*) FROM \"SealedBallots\"", "0");
        await ExpectAsync("SELECT COUNT(*) FROM \"BallotReceipts\"", Text(declarations * DrillMeeting.Voters.Count));
        foreach (var (choice, times) in DrillMeeting.Choices)
        {
            // Every tally is exact.
            await ExpectAsync($"SELECT COUNT(*) FROM \"OpenedBallots\" WHERE \"Choice\" = '{choice}'", Text(declarations * times));
            await ExpectAsync(
                $"SELECT COUNT(*) FROM (SELECT 1 FROM \"OpenedBallots\" WHERE \"Choice\" = '{choice}' "
                + $"GROUP BY \"Case\" HAVING COUNT(*) <> {Text(times)}) AS odd",
                "0");
        }

        await ExpectAsync("SELECT COUNT(*) FROM \"PublicityNotices\" WHERE \"Kind\" = 'Employer' AND \"Status\" = 'Ended'", n);

        // No certificate twice, none missing, and no number given twice.
        await ExpectAsync("SELECT COUNT(*) FROM \"Certificates\"", n);
        await ExpectAsync("SELECT COUNT(DISTINCT \"Number\") FROM \"Certificates\"", n);
        foreach (var (step, times) in TasksPerDeclaration)
        {
            // No task twice, none missing: the same number for every declaration.
            await ExpectAsync($"SELECT COUNT(*) FROM \"WorkItems\" WHERE \"ActivityId\" = '{step}'", Text(declarations * times));
            await ExpectAsync(
                $"SELECT COUNT(*) FROM (SELECT 1 FROM \"WorkItems\" WHERE \"ActivityId\" = '{step}' "
                + $"GROUP BY \"Declaration\" HAVING COUNT(*) <> {Text(times)}) AS odd",
                "0");
        }

        // Everything that was to leave has left; nobody was told of one task twice.
        await ExpectAsync("SELECT COUNT(*) FROM \"Outbox\" WHERE \"SentAt\" IS NULL", "0");
        await ExpectAsync("SELECT COUNT(*) FROM \"DeadLetters\"", "0");
        await ExpectAsync(
            "SELECT COUNT(*) FROM (SELECT 1 FROM \"Outbox\" WHERE \"Text\" LIKE 'notice.task%' "
            + "GROUP BY \"To\", \"Text\", \"Link\" HAVING COUNT(*) > 1) AS twice",
            "0");
        await ExpectAsync("SELECT COUNT(*) FROM \"Audit\"", await AskAsync(connection, "SELECT \"Sequence\" FROM \"AuditHeads\"", ct));

        async Task ExpectAsync(string query, string expected)
        {
            if (await AskAsync(connection, query, ct) is var found && found != expected)
            {
                defects.Add($"{query}: {found} instead of {expected}");
            }
        }
    }

    // The outbox is emptied by itself; asked for a minute, then held against what is there.
    private static async Task AwaitOutboxAsync(DbConnection connection, CancellationToken ct)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        for (var asked = 0; asked < Patience && await timer.WaitForNextTickAsync(ct); asked++)
        {
            if (await AskAsync(connection, "SELECT COUNT(*) FROM \"Outbox\" WHERE \"SentAt\" IS NULL", ct) == "0")
            {
                return;
            }
        }
    }

    private static async Task<string> AskAsync(DbConnection connection, string query, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Every query is a constant of this file.
        command.CommandText = query;
#pragma warning restore CA2100
        return Convert.ToString(await command.ExecuteScalarAsync(ct), CultureInfo.InvariantCulture) ?? "";
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
