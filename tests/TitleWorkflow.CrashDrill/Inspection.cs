using System.Globalization;
using Microsoft.Data.Sqlite;

namespace TitleWorkflow.CrashDrill;

/// <summary>Holds the database, after the drill, against what the road must have left there.</summary>
internal static class Inspection
{
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
    };

    public static void Hold(string database, int declarations, List<string> defects)
    {
        using var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = database, Mode = SqliteOpenMode.ReadOnly }.ToString());
        connection.Open();
        Expect("PRAGMA integrity_check", "ok");
        Expect("SELECT COUNT(*) FROM Declarations", Text(declarations));
        Expect("SELECT COUNT(*) FROM Declarations WHERE Status <> 'Passed'", "0");
        Expect("SELECT COUNT(*) FROM WorkflowInstances WHERE Incidents > 0 OR SubStatus <> 'Suspended'", "0");
        Expect("SELECT COUNT(*) FROM SealedBallots", "0");
        Expect("SELECT COUNT(*) FROM OpenedBallots", Text(declarations * 9));
        Expect("SELECT COUNT(*) FROM BallotReceipts", Text(declarations * 9));
        Expect("SELECT COUNT(*) FROM PublicityNotices WHERE Kind = 'Employer' AND Status = 'Ended'", Text(declarations));
        foreach (var (step, times) in TasksPerDeclaration)
        {
            // No task twice, none missing: the same number for every declaration.
            Expect($"SELECT COUNT(*) FROM WorkItems WHERE ActivityId = '{step}'", Text(declarations * times));
            Expect($"SELECT COUNT(*) FROM (SELECT 1 FROM WorkItems WHERE ActivityId = '{step}' GROUP BY Declaration HAVING COUNT(*) <> {Text(times)})", "0");
        }

        Expect("SELECT COUNT(*) FROM WorkItems WHERE Status = 'Open' AND ActivityId <> 'postResult'", "0");
        Expect("SELECT COUNT(*) FROM Audit", "SELECT Sequence FROM AuditHeads", isQuery: true);

        void Expect(string query, string expected, bool isQuery = false)
        {
            var wanted = isQuery ? Ask(expected) : expected;
            if (Ask(query) is var found && found != wanted)
            {
                defects.Add($"{query}: {found} instead of {wanted}");
            }
        }

        string Ask(string query)
        {
            using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Every query is a constant of this file.
            command.CommandText = query;
#pragma warning restore CA2100
            return Convert.ToString(command.ExecuteScalar(), CultureInfo.InvariantCulture) ?? "";
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
