using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Assessments;
using TitleWorkflow.Application.Seed;
using TitleWorkflow.Domain.Assessments.Assigning;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.WorkItems;
using TitleWorkflow.Persistence;
using TitleWorkflow.Web.Tests.Hosting;
using TitleWorkflow.Web.Tests.Roads;

namespace TitleWorkflow.Web.Tests.Assessments;

/// <summary>Four dossiers are with the same three readers; expert5 worked at the applicants' employer.</summary>
public class ReadingServer : Server
{
    internal IReadOnlyList<Road> Roads { get; private set; } = [];

    protected override DateOnly Start => new(2022, 11, 1);

    protected override int MoreApplicants => 4;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        if (!Runs)
        {
            return;
        }

        Roads = await Task.WhenAll(Enumerable.Range(1, 4).Select(i => Road.AtEmployerPublicity(this, $"applicant-{i:D4}")));
        await Roads[0].EmployerPublicityEnds();
        await Store(new Grant(
            DemoPeople.Id("expert5"), Role.ResearchLead, DemoOrganisations.Id("yuanxiu"), Today.AddYears(-6), Today.AddYears(-2)));
        foreach (var road in Roads)
        {
            await road.GoesUp();
            (await road.UnitAccepts()).Done();
            (await road.OfficeAssigns("expert1", "expert2", "expert3")).Done();
        }
    }
}

public sealed class PostgresReadingServer : ReadingServer
{
    private protected override DatabaseProvider Provider => DatabaseProvider.Postgres;
}

public abstract class ReadingTests(ReadingServer server)
{
    private static readonly string Path = $"/committees/{DemoOrganisations.Id("committee").Value}/readings";

    [SkippableFact]
    public async Task A_reader_who_has_not_handed_in_is_replaced_and_the_sheets_of_the_others_count()
    {
        var road = server.Roads[0];
        (await road.ExpertGives("expert1", 70)).Done();

        (await Replace(road, "expert3", "expert4", " ")).Refused(AssignmentRules.UndoingReasoned);
        (await Replace(road, "expert1", "expert4")).Refused(AssignmentRules.HandedInStays);
        (await Replace(road, "expert3", "expert2")).Refused(AssignmentRules.FreshReader);
        (await Replace(road, "expert3", "expert5")).Refused(AssignmentRules.NoConflict);
        (await Replace(road, "expert3", "expert4")).Done();
        var row = await Row(road);
        var gone = await (await server.As("expert3")).Get($"/declarations/{road.Declaration}/dossier");
        var told = (await (await server.As("expert3")).Get("/notices")).Done().ToJsonString();
        var taskOfGone = await road.TaskOf("expert3", "expert-opinion");
        (await Replace(road, "expert2", "expert3")).Refused(AssignmentRules.FreshReader);
        (await road.ExpertGives("expert2", 72)).Done();
        (await road.ExpertGives("expert4", 74)).Done();

        Assert.Equal(
            [($"{DemoPeople.Id("expert1").Value}", true), ($"{DemoPeople.Id("expert2").Value}", false), ($"{DemoPeople.Id("expert4").Value}", false)],
            row.Items("readers").Select(r => (r.Text("person"), r["hasHandedIn"]!.GetValue<bool>())));
        Assert.Equal("出差", row.Items("replacements").Single().Text("reason"));
        Assert.False(row["mayBeUndone"]!.GetValue<bool>());
        Assert.DoesNotContain("score", row.ToJsonString(), StringComparison.OrdinalIgnoreCase);
        gone.NotFound();
        Assert.Contains("assessments.notice.reading-withdrawn", told, StringComparison.Ordinal);
        Assert.Null(taskOfGone);
        Assert.Equal([70, 72, 74], (await road.ScoreSeenBy("office")).Part("group").Items("sheets").Select(s => s.Number("total")));
        Assert.Equal("AwaitingMeeting", await road.StatusSeenBy("office"));
    }

    [SkippableFact]
    public async Task An_assignment_nobody_has_worked_on_is_undone_and_the_dossiers_are_assigned_anew()
    {
        var (one, other) = (server.Roads[1], server.Roads[2]);
        (await other.ExpertLeaves("expert2", "与申报人合作专利")).Done();

        (await Undo("", one)).Refused(AssignmentRules.UndoingReasoned);
        var done = (await Undo("分派有误", one, other)).Done();
        var (status, task) = (await one.StatusSeenBy("office"), await one.TaskOf("expert1", "expert-opinion"));
        var waiting = (await (await server.As("office")).Get(Path.Replace("readings", "assignment", StringComparison.Ordinal))).Done().Items("waiting");
        var open = await OpenTasks(other);
        (await Undo("分派有误", one)).Refused(AssignmentRules.BeingRead);
        (await other.OfficeAssigns("expert2", "expert3", "expert4")).Refused(AssignmentRules.NoConflict);
        foreach (var road in new[] { one, other })
        {
            (await road.OfficeAssigns("expert1", "expert3", "expert4")).Done();
            foreach (var expert in new[] { "expert1", "expert3", "expert4" })
            {
                (await road.ExpertGives(expert, 75)).Done();
            }
        }

        Assert.Equal(2, done.Number("undone"));
        Assert.Equal("CommitteeFormed", status);
        Assert.Null(task);
        Assert.Equal(2, waiting.Count);
        Assert.Equal(["group-assignment"], open);
        Assert.Equal("AwaitingMeeting", await one.StatusSeenBy("office"));
        Assert.Equal("AwaitingMeeting", await other.StatusSeenBy("office"));
        Assert.Equal(3, (await other.ScoreSeenBy("office")).Part("group").Items("sheets").Count);
    }

    [SkippableFact]
    public async Task One_sheet_handed_in_keeps_every_assignment_that_was_to_be_undone()
    {
        var road = server.Roads[3];
        (await road.ExpertGives("expert2", 70)).Done();

        (await Undo("分派有误", road)).Refused(AssignmentRules.NothingHandedIn);

        Assert.Equal("UnderGroupReview", await road.StatusSeenBy("office"));
        Assert.NotNull(await road.TaskOf("expert1", "expert-opinion"));
    }

    [SkippableFact]
    public async Task The_office_sees_how_far_each_reader_is_and_reminds_them_once_a_day()
    {
        var office = await server.As("office");
        var before = await Progress("expert6");
        (await Replace(server.Roads[3], "expert3", "expert6")).Done();
        var assigned = await Progress("expert6");
        (await Remind("expert6")).Done();
        (await Remind("expert6")).Refused(AssessmentSliceRules.RemindedOnceADay);
        var reminded = await Progress("expert6");
        var told = (await (await server.As("expert6")).Get("/notices")).Done().ToJsonString();
        await server.Read(db => db.WorkItems.Where(w => w.Assignee == DemoPeople.Id("expert6") && w.Status == WorkItemStatus.Open)
            .ExecuteUpdateAsync(w => w.SetProperty(i => i.DueOn, server.Today.AddDays(-1))));
        var late = await Progress("expert6");
        var first = (await office.Get($"{Path}/progress?order=Late")).Done().Items("items")[0];
        (await server.Roads[3].ExpertGives("expert6", 71)).Done();
        var done = await Progress("expert6");
        (await Remind("expert6")).Refused(AssessmentSliceRules.StillReading);

        Assert.Null(before);
        Assert.Equal((1, 0, 1, 0, false), assigned);
        Assert.Equal((1, 0, 1, 0, true), reminded);
        Assert.Contains("assessments.notice.reading-reminder", told, StringComparison.Ordinal);
        Assert.Equal((1, 0, 1, 1, true), late);
        Assert.Equal($"{DemoPeople.Id("expert6").Value}", first.Text("person"));
        Assert.Equal((1, 1, 0, 0, true), done);
    }

    private async Task<Answer> Remind(string expert) =>
        await (await server.As("office")).Post($"{Path}/remind", new { reader = DemoPeople.Id(expert).Value });

    private async Task<(int Assigned, int HandedIn, int Open, int Late, bool Reminded)?> Progress(string expert)
    {
        var rows = (await (await server.As("office")).Get($"{Path}/progress")).Done().Items("items");
        return rows.FirstOrDefault(r => r.Text("person") == $"{DemoPeople.Id(expert).Value}") is { } row
            ? (row.Number("assigned"), row.Number("handedIn"), row.Number("open"), row.Number("late"), row["remindedToday"]!.GetValue<bool>())
            : null;
    }

    private async Task<Answer> Replace(Road road, string from, string to, string reason = "出差") =>
        await (await server.As("office")).Post(
            $"{Path}/{road.Declaration}/replace", new { reader = DemoPeople.Id(from).Value, by = DemoPeople.Id(to).Value, reason });

    private async Task<Answer> Undo(string reason, params Road[] roads) =>
        await (await server.As("office")).Post($"{Path}/undo", new { declarations = roads.Select(r => r.Declaration), reason });

    private async Task<JsonNode> Row(Road road) =>
        (await (await server.As("office")).Get(Path)).Done().Items("items").Single(r => r.Text("declaration") == road.Declaration);

    private Task<List<string>> OpenTasks(Road road) => server.Read(db => db.WorkItems
        .Where(w => w.InstanceId == road.Declaration && w.Status == WorkItemStatus.Open).Select(w => w.Form).ToListAsync());
}

public sealed class ReadingOnSqliteTests(ReadingServer server) : ReadingTests(server), IClassFixture<ReadingServer>;

public sealed class ReadingOnPostgresTests : ReadingTests, IClassFixture<PostgresReadingServer>
{
    public ReadingOnPostgresTests(PostgresReadingServer server)
        : base(server) => TestDatabase.RequirePostgres();
}
