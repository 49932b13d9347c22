using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Seed;
using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Web.Tests.Hosting;
using TitleWorkflow.Web.Tests.Roads;

namespace TitleWorkflow.Web.Tests.Assessments;

[Trait("Scenario", "S7")]
public sealed class BallotSecrecyTests(BallotServer server) : IClassFixture<BallotServer>
{
    // By member, director first; no choice comes in a row that an order could show.
    private static readonly string[] Choices =
        ["Yes", "No", "Yes", "Abstain", "Yes", "No", "Yes", "Abstain", "Yes", "Yes", "Abstain", "No", "Yes"];

    [Fact]
    public async Task No_table_tells_by_a_value_or_an_order_who_chose_what()
    {
        Road[] agenda = [server.Next(), server.Next()];
        var meeting = await Meeting.Opened(server, 13, agenda);
        foreach (var road in agenda)
        {
            (await meeting.OpenVoting(road)).Done();
            await CastAll(meeting, road);
            (await meeting.CloseVoting(road)).Done();
        }

        var rows = await Tables.All(server);

        // Choices stand in one table only, which names nobody and is in no order of theirs.
        Assert.Equal(
            ["OpenedBallots.Choice"],
            rows.SelectMany(r => r.Columns.Where(c => Choices.Contains(c.Value)).Select(c => $"{r.Table}.{c.Key}")).Distinct());
        var opened = rows.Where(r => r.Table == "OpenedBallots").ToList();
        Assert.Equal(["#", "Case", "Choice", "Id"], opened[0].Columns.Keys.Order(StringComparer.Ordinal));
        var perCase = opened.GroupBy(r => r.Columns["Case"]).ToList();
        Assert.Equal(2, perCase.Count);
        Assert.Contains(perCase, c => !c.Select(r => r.Columns["Choice"]).SequenceEqual(Choices));
        Assert.Contains(perCase, c =>
            !c.OrderBy(r => r.Columns["Id"], StringComparer.Ordinal).Select(r => r.Columns["Choice"]).SequenceEqual(Choices));

        // Whatever is stored once for each voter: no column of it falls apart into values as the choices do.
        foreach (var table in rows.GroupBy(r => r.Table))
        {
            foreach (var column in table.First().Columns.Keys)
            {
                Assert.False(Separates(table, column), $"{table.Key}.{column} tells the choices apart.");
            }
        }
    }

    [Fact]
    public async Task Sealed_ballots_lie_in_another_order_than_they_were_cast()
    {
        var road = server.Next();
        var meeting = await Meeting.Opened(server, 13, road);
        (await meeting.OpenVoting(road)).Done();

        var asCast = new List<Guid>();
        foreach (var member in Meeting.Members)
        {
            (await meeting.Cast(road, member)).Done();
            asCast.AddRange((await Sealed()).Except(asCast).ToList());
        }

        var asStored = await Sealed();
        Assert.Equal(13, asStored.Count);
        Assert.NotEqual(asCast, asStored);
        Assert.NotEqual(asCast, asCast.Order());
        (await meeting.VoidVoting(road)).Done();
        (await meeting.Close()).Done();
    }

    [Fact]
    public async Task A_code_is_shown_once_and_stored_nowhere()
    {
        var meeting = await Meeting.Call(server);
        await meeting.SignIn(Meeting.Members);
        (await meeting.Open()).Done();

        var drawn = await meeting.DrawDirectorCode("director", key: "the-code");
        var again = await meeting.DrawDirectorCode("director", key: "the-code");

        again.Refused(AssessmentRules.CodesFixed);
        var code = drawn.Done().Text("code");
        var plain = code.Replace("-", "", StringComparison.Ordinal);
        var values = (await Tables.All(server)).SelectMany(r => r.Columns.Values);
        Assert.DoesNotContain(values, v => v.Contains(code, StringComparison.OrdinalIgnoreCase) || v.Contains(plain, StringComparison.OrdinalIgnoreCase));
        (await meeting.Close()).Done();
    }

    private static async Task CastAll(Meeting meeting, Road road)
    {
        foreach (var (member, choice) in Meeting.Members.Zip(Choices))
        {
            (await meeting.Cast(road, member, choice)).Done();
        }
    }

    // The order the database keeps them in, whatever their key is.
    private Task<List<Guid>> Sealed() => server.Read(db =>
        db.SealedBallots.OrderBy(b => EF.Property<long>(b, "Place")).Select(b => b.Id).ToListAsync());

    private static bool Separates(IEnumerable<StoredRow> table, string column)
    {
        var byChoice = Meeting.Members.Zip(Choices)
            .Select(m => (m.Second, Values: ValuesOf(table, DemoPeople.Id(m.First).ToString(), column)))
            .GroupBy(m => m.Second, m => m.Values)
            .ToList();

        // Something common to all who chose alike, and to nobody else.
        return byChoice.Any(alike => alike.First().Any(value =>
            alike.All(v => v.Contains(value)) && byChoice.Where(o => o != alike).SelectMany(o => o).All(v => !v.Contains(value))));
    }

    private static HashSet<string> ValuesOf(IEnumerable<StoredRow> table, string person, string column) =>
        [.. table.Where(r => r.Columns.Values.Any(v => v.Contains(person, StringComparison.OrdinalIgnoreCase)))
            .Select(r => r.Columns[column])];
}
